package org.rollcall.progress.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.operation.SettingsException;
import org.rollcall.progress.report.ProgressSummary.CourseCount;
import org.rollcall.report.RunMail;
import org.springframework.stereotype.Component;

/** Mails a report of progress to those whom the settings name: the figures as text, and a file of the report. */
@Component
public class ProgressMail {

    private final RunMail mail;

    ProgressMail(RunMail mail) {
        this.mail = mail;
    }

    /**
     * Says before the work begins what would keep its mail from being sent.
     *
     * @throws SettingsException when the settings name nobody
     */
    public void requireRecipients() {
        if (!mail.isOn()) {
            throw new SettingsException(
                    "--mail needs somebody to mail to; name them as rollcall.mail.to in config/application.yml.");
        }
    }

    /**
     * Mails a report.
     *
     * @param file the file of the report that goes with it
     * @return what kept the mail from being sent, in a sentence; empty where it was sent
     */
    public Optional<String> send(ProgressSummary report, Path file) {
        List<String> lines = new ArrayList<>();
        report.courses().stream().map(ProgressMail::line).forEach(lines::add);
        lines.add("");
        lines.add(text(
                "%,d people, %,d of whom never came.",
                report.people().total(), report.people().neverCame()));
        lines.addAll(report.notes());
        lines.add("");
        lines.add("The report lies in " + file + ".");
        return mail.send(
                report.run(),
                "Rollcall %s: who got how far (%s)"
                        .formatted(report.run(), report.question().words()),
                lines,
                file);
    }

    private static String line(CourseCount course) {
        return text(
                "%s: %,d not started, %,d under way, %,d complete",
                course.shortname(), course.notStarted(), course.underWay(), course.complete());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
