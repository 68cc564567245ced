package org.rollcall.intake;

import java.nio.file.Path;
import org.rollcall.report.RunMail;
import org.rollcall.report.RunSummary;
import org.springframework.stereotype.Component;

/**
 * Has people told by mail what became of a dropped file, as the settings of its folder want it. What keeps a mail from being
 * sent stands in the log; nobody sits at a terminal.
 */
@Component
public class IntakeMail implements IntakeListener {

    private final RunMail mail;

    IntakeMail(RunMail mail) {
        this.mail = mail;
    }

    @Override
    public void ended(IntakeResult result) {
        switch (result.outcome()) {
            case DONE, REJECTS, PLANNED, HELD -> tell(result);
            case UNREADABLE, UNAVAILABLE, REFUSED, FAULT ->
                mail.tellFailure(result.words(), result.run(), sentence(result));
            case STOPPED, CHANGED -> {}
        }
    }

    private void tell(IntakeResult result) {
        RunSummary summary = result.summary();
        Path place = result.place();
        if (summary != null && place != null) {
            mail.tell(summary, place.resolve(Archive.REPORTS));
        }
    }

    private static String sentence(IntakeResult result) {
        return result.place() == null
                ? result.sentence() + " The file waits, and is tried again."
                : "%s The file lies in %s.".formatted(result.sentence(), result.place());
    }
}
