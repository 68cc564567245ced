package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollcall.cli.display.Display;
import org.rollcall.ledger.Run;
import org.rollcall.progress.ProgressResult;
import org.rollcall.progress.report.ProgressSummary;
import org.rollcall.progress.report.ProgressSummary.CourseCount;

/** A report of progress on the terminal. */
final class ProgressText {

    private static final int WIDEST_CELL = 30;

    private ProgressText() {}

    static void announce(Display display, Run run) {
        display.begins(run);
        announce(display.text(), run, run.resumed() ? "Going on with report" : "Report");
    }

    static void announce(PrintWriter out, Run run, String what) {
        out.printf(
                "%s %s: who got how far on %s, %s%n",
                what,
                run.name(),
                run.key().site().equals("sandbox")
                        ? "the sandbox, Rollcall's built-in practice Moodle"
                        : run.key().site(),
                TextTable.printable(run.rosterName()));
        out.flush();
    }

    static void print(PrintWriter out, ProgressResult result, @Nullable Path file) {
        ProgressSummary summary = result.summary();
        out.println();
        courses(out, summary);
        line(out, "People", "%s", people(summary));
        summary.notes().forEach(note -> line(out, "Note", "%s", TextTable.printable(note)));
        line(out, "Calls sent", "%,d", summary.calls().total());
        line(out, "Time", "%.1f seconds", summary.seconds());
        line(out, file == null ? "Reports" : "Report", "%s", file == null ? result.reports() : file);
        out.flush();
    }

    private static void courses(PrintWriter out, ProgressSummary summary) {
        List<String> titles = new ArrayList<>(
                List.of("Course", "Not started", "Under way", "Complete", "Not tracked", "Suspended", "Not enrolled"));
        boolean notTold = summary.courses().stream().anyMatch(course -> course.notTold() > 0);
        if (notTold) {
            titles.add("Not told");
        }
        if (summary.since() != null) {
            titles.addAll(List.of("Came since", "Completed since"));
        }
        TextTable table = new TextTable(titles, WIDEST_CELL);
        for (CourseCount course : summary.courses()) {
            List<String> cells = new ArrayList<>(List.of(
                    course.shortname(),
                    count(course.notStarted()),
                    count(course.underWay()),
                    count(course.complete()),
                    count(course.notTracked()),
                    count(course.suspended()),
                    count(course.notEnrolled())));
            if (notTold) {
                cells.add(count(course.notTold()));
            }
            if (summary.since() != null) {
                cells.add(count(course.cameSince()));
                cells.add(count(course.completedSince()));
            }
            table.add(cells);
        }
        table.print(out);
        out.println();
    }

    private static String count(@Nullable Long count) {
        return count == null ? "" : String.format(Locale.ROOT, "%,d", count);
    }

    private static String people(ProgressSummary summary) {
        StringBuilder text = new StringBuilder(count(summary.people().total()));
        append(text, summary.people().neverCame(), "never came");
        append(text, summary.people().nowhere(), "enrolled in none of the courses");
        append(text, summary.people().suspended(), "suspended");
        append(text, summary.people().deleted(), "deleted");
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(String.format(Locale.ROOT, ", %,d %s", count, what));
        }
    }

    private static void line(PrintWriter out, String label, String format, Object... values) {
        out.printf("%-15s %s%n", label, String.format(Locale.ROOT, format, values));
    }
}
