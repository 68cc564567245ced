package org.rollcall.report;

import java.util.Locale;
import java.util.Optional;
import org.rollcall.operation.MailSettings;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SettingsException;
import org.springframework.context.annotation.Import;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** A mail that tells of nothing, for whoever sets mail up. */
@Component
@Import(MailServer.class)
public class TrialMail {

    private final MailSettings settings;
    private final MailServer server;

    TrialMail(RollcallSettings settings, MailServer server) {
        this.settings = settings.mail();
        this.server = server;
    }

    /** Whom it goes to, for people; empty where the settings name nobody. */
    public String recipients() {
        return String.join(", ", settings.to());
    }

    /** Sends it to everybody whom the settings name. Gives back what kept it from being sent, in a sentence. */
    public Optional<String> send() {
        if (!settings.isOn()) {
            return Optional.of("No trial mail was sent: rollcall.mail.to names nobody.");
        }
        try {
            server.send(
                    new MailText(
                            "Rollcall: a trial mail",
                            "Rollcall can mail you. What runs come to it mails as rollcall.mail.when says, which is %s.\n"
                                    .formatted(settings.when().name().toLowerCase(Locale.ROOT))),
                    null);
            return Optional.empty();
        } catch (MailException | SettingsException failed) {
            return Optional.of("The trial mail was not sent: %s.".formatted(MailFailure.reason(failed, server.name())));
        }
    }
}
