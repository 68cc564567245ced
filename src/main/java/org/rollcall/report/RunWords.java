package org.rollcall.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Hold;
import org.rollcall.report.page.RunPage.Status;

/** What is to be said of a run beside its headline: how it ended, and what is to be done next. */
final class RunWords {

    private RunWords() {}

    static Status status(RunSummary run) {
        return switch (run.state()) {
            case DONE -> run.hasRejects() ? new Status("care", "Done, with rejects") : new Status("good", "Done");
            case PLANNED -> new Status("plan", "Plan");
            case HELD -> new Status("care", "Held");
            case INTERRUPTED -> new Status("bad", "Interrupted");
        };
    }

    /** What is to be said and done, a sentence each. */
    static List<String> next(RunSummary run, List<Hold> holds) {
        List<String> sentences = new ArrayList<>();
        switch (run.state()) {
            case DONE -> sentences.addAll(done(run));
            case PLANNED -> sentences.add(planned(run));
            case HELD -> {
                holds.stream().map(Hold::sentence).forEach(sentences::add);
                sentences.add(
                        "Nothing was written to the site. If all is right, let the plan through with your reason.");
            }
            case INTERRUPTED -> {
                sentences.add(run.reason() == null ? "It stopped on its way." : run.reason());
                sentences.add("Nothing is lost: give the same command again, and the run goes on where it stopped.");
                sentences.add(
                        "This page shows things as they stood then. The files for mending are written once the run is at its end.");
            }
        }
        return sentences;
    }

    private static List<String> done(RunSummary run) {
        List<String> sentences = new ArrayList<>();
        if (run.rows().rejected() > 0) {
            sentences.add(
                    "Mend the rows in %s and give that file to provision; the columns that begin with reject_ may stay."
                            .formatted(RejectReport.NAME));
        }
        if (run.snapshot() != null && run.snapshot().failed() > 0) {
            sentences.add("%s says of each leaver why they are still there.".formatted(LeaverReport.NAME));
        }
        return sentences.isEmpty() ? List.of("The site agrees with the roster.") : sentences;
    }

    private static String planned(RunSummary run) {
        return changesAnything(run)
                ? "Nothing was written to the site. This carries the plan out:"
                : "Nothing was written to the site, and nothing is to be done there.";
    }

    private static boolean changesAnything(RunSummary run) {
        return run.rows().open() > 0 || run.snapshot() != null;
    }

    /** What to type; null where that is no news. */
    static @Nullable String command(RunSummary run) {
        return switch (run.state()) {
            case PLANNED -> changesAnything(run) ? "./run.sh apply " + run.run() : null;
            case HELD -> "./run.sh apply %s --approve \"REASON\"".formatted(run.run());
            case DONE, INTERRUPTED -> null;
        };
    }
}
