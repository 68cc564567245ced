package org.rollcall.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.history.ListedRun;
import org.rollcall.ledger.RecordedRun;
import org.rollcall.ledger.RunState;
import org.rollcall.provision.Planning;
import org.rollcall.report.RejectReport;

/** What can be done with a run of the past, in sentences that name the command. */
final class NextSteps {

    private NextSteps() {}

    /**
     * The sentences, at least one.
     *
     * @param changes whether a plan that waits would change anything
     * @param reported whether its reports are there
     * @param takenBackBy the name of a run that took it back; null where none did
     */
    static List<String> of(
            ListedRun listed, boolean changes, boolean reported, @Nullable String takenBackBy, Instant now) {
        RecordedRun past = listed.past();
        List<String> steps = new ArrayList<>();
        switch (past.state()) {
            case PLANNED, HELD -> steps.add(plan(past, changes, now));
            case APPLYING -> steps.add("It was interrupted; `run.sh apply %s` goes on.".formatted(past.name()));
            case UNFINISHED ->
                steps.add(
                        past.isProgress()
                                ? "It was interrupted; the same `run.sh progress` goes on."
                                : "It was interrupted; `run.sh %s` goes on.".formatted(begun(past)));
            case ABANDONED ->
                steps.add("It was given up before anything was written to the site; `run.sh %s` begins anew."
                        .formatted(begun(past)));
            case DONE -> steps.addAll(done(listed, takenBackBy));
        }
        if (past.isPurged()) {
            steps.add("Its personal data was purged from the ledger on %s; only its figures are left."
                    .formatted(RunWords.time(Objects.requireNonNull(past.purgedAt()))));
        } else if (!reported && past.state() != RunState.ABANDONED) {
            steps.add("Its reports are not there; `run.sh report %s` writes them.".formatted(past.name()));
        }
        return steps;
    }

    private static String plan(RecordedRun past, boolean changes, Instant now) {
        if (past.isUndo()) {
            return "Nothing was written to the site. `run.sh apply %s` takes it back.".formatted(past.name());
        }
        if (Planning.isTooOld(past.run(), now)) {
            return "Nothing was written to the site, and the plan is too old to be applied; `run.sh %s` makes a new one."
                    .formatted(begun(past));
        }
        return PlanText.ending(past.name(), past.state(), changes);
    }

    /** The command that the run was begun with. */
    private static String begun(RecordedRun past) {
        if (past.isProgress()) {
            return "progress";
        }
        return past.undoes() == null
                ? past.run().key().mode() + " " + TextTable.printable(past.run().rosterName())
                : "undo " + past.undoes();
    }

    private static List<String> done(ListedRun listed, @Nullable String takenBackBy) {
        RecordedRun past = listed.past();
        if (past.isProgress()) {
            return List.of("`run.sh progress` makes a new report.");
        }
        List<String> steps = new ArrayList<>();
        if (listed.leftSome() && !past.isUndo() && !past.isPurged()) {
            steps.add("Mend the rows in %s and give it to `run.sh provision`.".formatted(RejectReport.NAME));
        }
        if (takenBackBy != null) {
            steps.add("The run %s took it back.".formatted(takenBackBy));
        } else if (!past.isPurged()) {
            steps.add("`run.sh undo %s` shows what of it can be taken back.".formatted(past.name()));
        }
        return steps;
    }
}
