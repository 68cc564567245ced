package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.rollcall.cli.display.Display;
import org.rollcall.cli.display.RunResult;
import org.rollcall.ledger.ProblemCount;
import org.rollcall.provision.ProvisionResult;
import org.rollcall.report.ProblemReport;
import org.rollcall.report.RejectFile;
import org.rollcall.report.RunSummary;
import org.rollcall.roster.file.Severity;

/** The summary of a run on the terminal. */
final class SummaryText {

    private SummaryText() {}

    /**
     * Tells what came of a run.
     *
     * @return the number that the command ends with
     */
    static int tell(Display display, ProvisionResult result) {
        print(display.text(), result);
        RunResult told = RunResults.of(result);
        display.result(told);
        return told.exitCode();
    }

    static void print(PrintWriter out, ProvisionResult result) {
        RunSummary run = result.summary();
        out.println();
        sameFile(out, run);
        line(
                out,
                "Rows",
                "%,d read, %,d done, %s",
                run.rows().read(),
                run.rows().done(),
                rejected(run.rows()));
        line(out, "Users", "%s", users(run.users()));
        if (run.cohorts().created() > 0) {
            line(out, "Cohorts", "%,d created", run.cohorts().created());
        }
        line(
                out,
                "Cohort members",
                "%,d added, %,d already there, %,d failed",
                run.cohorts().membersAdded(),
                run.cohorts().membersAlready(),
                run.cohorts().membersFailed());
        line(
                out,
                "Enrolments",
                "%,d made, %,d already there, %,d failed",
                run.enrolments().made(),
                run.enrolments().already(),
                run.enrolments().failed());
        if (run.enrolments().changed() > 0) {
            line(out, "Changed", "%,d enrolments", run.enrolments().changed());
        }
        printGroups(out, run.groups());
        RunSummary.Snapshot left = run.snapshot();
        if (left != null) {
            line(
                    out,
                    "Left",
                    "%,d removed, %,d suspended, %,d reported only, %,d failed",
                    left.removed(),
                    left.suspended(),
                    left.reported(),
                    left.failed());
        }
        long warnings = run.problems().stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .mapToLong(ProblemCount::count)
                .sum();
        if (warnings > 0) {
            line(out, "Warnings", "%,d, listed in %s", warnings, ProblemReport.NAME);
        }
        line(out, "Calls sent", "%,d", run.calls().total());
        line(out, "Time", "%.1f seconds", run.seconds());
        Path reports = result.reports();
        if (run.rows().rejected() > 0) {
            line(out, "Rejects", "%s", RejectFile.toMend(reports, run));
        }
        line(out, "Reports", "%s", reports);
        out.flush();
    }

    /** A file that is dropped again is compared all the same: somebody may have changed the site. */
    static void sameFile(PrintWriter out, RunSummary run) {
        if (run.sameFileAs() != null) {
            line(out, "File", "unchanged since run %s; compared with the site anew", run.sameFileAs());
        }
    }

    /** What became of accounts that were there is told only where something did. */
    private static String users(RunSummary.Users users) {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%,d created, %,d existing", users.created(), users.existing()));
        append(text, users.updated(), "updated");
        append(text, users.renamed(), "renamed");
        append(text, users.suspended(), "suspended");
        append(text, users.reactivated(), "reactivated");
        append(text, users.deleted(), "deleted");
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(String.format(Locale.ROOT, ", %,d %s", count, what));
        }
    }

    private static void printGroups(PrintWriter out, RunSummary.Groups groups) {
        if (groups.created() > 0) {
            line(out, "Groups", "%,d created", groups.created());
        }
        if (groups.membersAdded() + groups.membersAlready() + groups.membersFailed() > 0) {
            line(
                    out,
                    "Group members",
                    "%,d added, %,d already there, %,d failed",
                    groups.membersAdded(),
                    groups.membersAlready(),
                    groups.membersFailed());
        }
    }

    private static String rejected(RunSummary.Rows rows) {
        if (rows.rejected() == 0) {
            return "none rejected";
        }
        String partly = rows.partly() == 0 ? "" : String.format(Locale.ROOT, " (%,d of them in part)", rows.partly());
        return String.format(Locale.ROOT, "%,d rejected%s", rows.rejected(), partly);
    }

    private static void line(PrintWriter out, String label, String format, Object... values) {
        out.printf("%-15s %s%n", label, String.format(Locale.ROOT, format, values));
    }
}
