package org.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.Home;
import org.rollcall.operation.MailSettings;
import org.rollcall.operation.MailSettings.When;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Tells people by mail what a run came to, where the settings want it. A mail that cannot be sent changes nothing of the
 * run: what kept it is logged, and given back as a sentence.
 */
@Component
public class RunMail {

    private static final Logger LOG = LoggerFactory.getLogger(RunMail.class);

    private final MailSettings settings;
    private final MailServer server;
    private final RejectAttachments attachments;
    private final Home home;
    private final Site site;

    RunMail(RollcallSettings settings, MailServer server, RejectAttachments attachments, Home home, Site site) {
        this.settings = settings.mail();
        this.server = server;
        this.attachments = attachments;
        this.home = home;
        this.site = site;
    }

    /**
     * Tells of a run that came to its end or to its plan.
     *
     * @param reports the folder of its reports
     * @return what kept the mail from being sent, in a sentence; empty where it was sent, or none is wanted
     */
    public Optional<String> tell(RunSummary run, Path reports) {
        When kind = switch (run.state()) {
            case HELD, INTERRUPTED -> When.FAILURE;
            case PLANNED -> When.ALWAYS;
            case DONE -> run.hasRejects() ? When.REJECTS : When.ALWAYS;
        };
        if (!isWanted(kind)) {
            return Optional.empty();
        }
        return sending(run.run(), () -> {
            try (RejectAttachment rejects = attachments.of(run, reports)) {
                server.send(MailText.of(run, reports, rejects.notes()), rejects.file());
            }
        });
    }

    /**
     * Tells of a run that takes another one back, or of its plan.
     *
     * @param reports the folder of its reports
     * @return what kept the mail from being sent, in a sentence; empty where it was sent, or none is wanted
     */
    public Optional<String> tell(UndoSummary undo, Path reports) {
        When kind = undo.planned() == 0 && undo.leavesAny() ? When.REJECTS : When.ALWAYS;
        return isWanted(kind)
                ? sending(undo.run(), () -> server.send(MailText.of(undo, reports), null))
                : Optional.empty();
    }

    /**
     * Tells of something that kept a roster from being done.
     *
     * @param about the roster, as people know it
     * @param run the name of the run; null where none was begun
     * @param sentence what happened, and how to go on
     * @return what kept the mail from being sent, in a sentence; empty where it was sent, or none is wanted
     */
    public Optional<String> tellFailure(String about, @Nullable String run, String sentence) {
        if (!isWanted(When.FAILURE)) {
            return Optional.empty();
        }
        MailText text = MailText.ofFailure(about, run, sentence, site.name(), home);
        return sending(run == null ? about : run, () -> server.send(text, null));
    }

    /** Whether the settings name somebody to mail to. */
    public boolean isOn() {
        return settings.isOn();
    }

    /**
     * Sends what somebody asked for, whatever the settings say of when runs are told of.
     *
     * @param about the run
     * @param attached a file that goes with it
     * @return what kept the mail from being sent, in a sentence; empty where it was sent
     */
    public Optional<String> send(String about, String subject, List<String> lines, Path attached) {
        return sending(about, () -> server.send(new MailText(subject, String.join("\n", lines) + "\n"), attached));
    }

    private boolean isWanted(When kind) {
        return settings.isOn()
                && switch (settings.when()) {
                    case ALWAYS -> true;
                    case REJECTS -> kind != When.ALWAYS;
                    case FAILURE -> kind == When.FAILURE;
                };
    }

    private Optional<String> sending(String about, Sending sending) {
        try {
            sending.send();
            LOG.info("Mailed what {} came to", about);
            return Optional.empty();
        } catch (MailException | SettingsException | IOException failed) {
            String sentence = "The mail about %s was not sent: %s. The run is as it was."
                    .formatted(about, MailFailure.reason(failed, server.name()));
            LOG.warn(sentence, failed);
            return Optional.of(sentence);
        }
    }

    /** All that may go wrong with a mail. */
    private interface Sending {
        void send() throws IOException;
    }
}
