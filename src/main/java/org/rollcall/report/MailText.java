package org.rollcall.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Hold;
import org.rollcall.ledger.ProblemCount;
import org.rollcall.operation.Home;
import org.rollcall.roster.file.Severity;

/**
 * What a mail says.
 *
 * @param subject one line, whatever stands in it
 */
record MailText(String subject, String body) {

    /** What would begin another line, and with it another header. */
    private static final Pattern NOT_OF_ONE_LINE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+");

    private static final int LONGEST_SUBJECT = 200;

    MailText {
        String line = NOT_OF_ONE_LINE.matcher(subject).replaceAll(" ").strip();
        subject = line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    /**
     * A run that came to its end, or to its plan.
     *
     * @param reports the folder of its reports
     * @param attachment what there is to say of the rows that came back
     */
    static MailText of(RunSummary run, Path reports, List<String> attachment) {
        String headline = Headline.of(run);
        Lines lines = new Lines();
        lines.add(headline + ".");
        lines.blank();
        lines.add("Run", run.run());
        lines.add("Roster", run.roster());
        lines.add("Site", site(run.site()));
        lines.add("Reports", reports.toString());
        lines.blank();
        RunSummary.Rows rows = run.rows();
        lines.add("Rows", "%,d read, %,d done, %,d rejected", rows.read(), rows.done(), rows.rejected());
        if (run.state() == RunSummary.State.DONE) {
            addCounts(lines, run);
        }
        addProblems(lines, run.problems());
        if (run.snapshot() != null) {
            run.snapshot().held().stream().map(Hold::sentence).forEach(lines::paragraph);
        }
        attachment.forEach(lines::paragraph);
        lines.paragraph(howToGoOn(run));
        return new MailText("Rollcall %s: %s (%s)".formatted(run.run(), headline, run.roster()), lines.text());
    }

    private static void addCounts(Lines lines, RunSummary run) {
        lines.add(
                "Accounts",
                "%,d created, %,d existing",
                run.users().created(),
                run.users().existing());
        lines.add(
                "Cohort members",
                "%,d added, %,d already there, %,d failed",
                run.cohorts().membersAdded(),
                run.cohorts().membersAlready(),
                run.cohorts().membersFailed());
        lines.add(
                "Enrolments",
                "%,d made, %,d already there, %,d failed",
                run.enrolments().made(),
                run.enrolments().already(),
                run.enrolments().failed());
        RunSummary.Snapshot left = run.snapshot();
        if (left != null) {
            lines.add(
                    "Left",
                    "%,d removed, %,d suspended, %,d reported only, %,d failed",
                    left.removed(),
                    left.suspended(),
                    left.reported(),
                    left.failed());
        }
    }

    private static void addProblems(Lines lines, List<ProblemCount> problems) {
        List<ProblemCount> errors = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            lines.paragraph("What was wrong:");
            errors.forEach(problem -> lines.add(
                    "%,7d  %s: %s".formatted(problem.count(), problem.code(), ProblemMeanings.of(problem.code()))));
        }
    }

    private static @Nullable String howToGoOn(RunSummary run) {
        return switch (run.state()) {
            case HELD ->
                "Nothing was written to the site. Look at plan.csv; if it is right, `run.sh apply %s --approve \"REASON\"` carries the plan out."
                        .formatted(run.run());
            case PLANNED ->
                "Nothing was written to the site. `run.sh apply %s` carries the plan out.".formatted(run.run());
            case INTERRUPTED -> "The same command goes on where this run ended.";
            case DONE ->
                run.rows().rejected() == 0
                        ? null
                        : "Mend the rows that came back, and give that file to Rollcall; the columns that begin with reject_ may stay.";
        };
    }

    /** A run that takes another one back, or its plan. */
    static MailText of(UndoSummary undo, Path reports) {
        String headline = "%s taken back: %,d %s, %,d kept, %,d refused"
                .formatted(
                        undo.undoes(),
                        undo.planned() > 0 ? undo.planned() : undo.takenBack(),
                        undo.planned() > 0 ? "would be" : "done",
                        undo.kept(),
                        undo.refused());
        Lines lines = new Lines();
        lines.add(headline + ".");
        lines.blank();
        lines.add("Run", undo.run());
        lines.add("Takes back", undo.undoes());
        lines.add("Roster", undo.roster());
        lines.add("Site", site(undo.site()));
        lines.add("Report", reports.resolve(UndoReport.NAME).toString());
        if (undo.planned() > 0) {
            lines.paragraph("Nothing was written to the site. `run.sh apply %s` takes it back.".formatted(undo.run()));
        }
        return new MailText("Rollcall %s: run %s (%s)".formatted(undo.run(), headline, undo.roster()), lines.text());
    }

    /**
     * Something that kept a roster from being done.
     *
     * @param about the roster, or whatever it is about
     * @param run the name of the run; null where none was begun
     * @param sentence what happened, and how to go on
     */
    static MailText ofFailure(String about, @Nullable String run, String sentence, String site, Home home) {
        Lines lines = new Lines();
        lines.add(sentence);
        lines.blank();
        if (run != null) {
            lines.add("Run", run);
            lines.add("Reports", home.reports().resolve(run).toString());
        }
        lines.add("Roster", about);
        lines.add("Site", site(site));
        lines.add("Log", home.log().toString());
        return new MailText("Rollcall%s: failed (%s)".formatted(run == null ? "" : " " + run, about), lines.text());
    }

    private static String site(String name) {
        return name.equals("sandbox") ? "the sandbox, Rollcall's built-in practice Moodle" : name;
    }

    /** The lines of the text. */
    private static final class Lines {

        private final StringBuilder text = new StringBuilder();

        void add(String line) {
            text.append(line).append('\n');
        }

        /** Texts of others are not formats: they are shown on one line. */
        void add(String label, String value) {
            add("%-15s %s".formatted(label, NOT_OF_ONE_LINE.matcher(value).replaceAll(" ")));
        }

        void add(String label, String format, Long... values) {
            add(label, String.format(Locale.ROOT, format, (Object[]) values));
        }

        void blank() {
            add("");
        }

        void paragraph(@Nullable String sentence) {
            if (sentence != null) {
                blank();
                add(sentence);
            }
        }

        String text() {
            return text.toString();
        }
    }
}
