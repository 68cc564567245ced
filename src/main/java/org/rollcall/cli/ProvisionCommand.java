package org.rollcall.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rollcall.cli.display.Display;
import org.rollcall.provision.HeldException;
import org.rollcall.provision.ProvisionResult;
import org.rollcall.provision.Provisioning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code provision ROSTER}: a roster in, a provisioned site and a reject report out. */
@Command(
        name = "provision",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the site agree with a roster: creates the accounts it lacks, adds people to cohorts and enrols them in"
                    + " courses.",
            "",
            "The site is the one in config/application.yml (rollcall.site.url), or else the built-in practice Moodle, the"
                    + " sandbox. Rows that could not be done come back in reports/RUN/rejects.csv, with the reasons; mend"
                    + " them there and give that file to this command.",
            "",
            "A run that was interrupted goes on where it was when the same command is given again."
        })
final class ProvisionCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROSTER", description = "the CSV or Excel file")
    @SuppressWarnings("NullAway.Init")
    private Path roster;

    @Mixin
    private final RosterOptions rosterOptions = new RosterOptions();

    @Mixin
    private final VerificationOption verificationOption = new VerificationOption();

    @Mixin
    private final SendingOptions sendingOptions = new SendingOptions();

    @Mixin
    private final SnapshotOptions snapshotOptions = new SnapshotOptions();

    @Mixin
    private final DisplayOptions displayOptions = new DisplayOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        Display display = displayOptions.display();
        RosterPath.check(roster);
        Map<String, Object> settings = new HashMap<>(rosterOptions.settings());
        settings.putAll(sendingOptions.settings());
        settings.putAll(verificationOption.settings());
        settings.putAll(snapshotOptions.settings());
        settings.putAll(rollcall.settings());
        try (JobSession session = displayOptions.session(display, settings)) {
            Mailing mailing = displayOptions.mailing(session);
            ProvisionResult result =
                    mailing.working(String.valueOf(roster.getFileName()), () -> provision(session, mailing, display));
            int exitCode = SummaryText.tell(display, result);
            mailing.tell(result.summary(), result.reports());
            return exitCode;
        }
    }

    private ProvisionResult provision(JobSession session, Mailing mailing, Display display) {
        try {
            return session.get(Provisioning.class).provision(roster.toAbsolutePath(), (run, begun) -> {
                mailing.began(run);
                RunAnnouncement.tell(display, "Run", run, begun);
            });
        } catch (HeldException held) {
            if (held.plan() != null) {
                PlanText.tell(display, held.plan());
            }
            throw held;
        }
    }
}
