package org.rollcall.report;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Holds;
import org.rollcall.ledger.LeaverAction;
import org.rollcall.ledger.LeaverState;
import org.rollcall.ledger.Leavers;
import org.springframework.stereotype.Component;

/** Adds up who left in a run. */
@Component
class SnapshotSummaries {

    private final Leavers leavers;
    private final Holds holds;

    SnapshotSummaries(Leavers leavers, Holds holds) {
        this.leavers = leavers;
        this.holds = holds;
    }

    /** What became of the leavers of a run; null where its roster is no snapshot. */
    RunSummary.@Nullable Snapshot of(long runId) {
        if (leavers.scopes(runId).isEmpty()) {
            return null;
        }
        Map<LeaverAction, Map<LeaverState, Long>> counts = leavers.counts(runId);
        return new RunSummary.Snapshot(
                sum(counts, LeaverState.DONE, action -> !action.suspends()),
                sum(counts, LeaverState.DONE, LeaverAction::suspends),
                sum(counts, LeaverState.REPORTED, action -> true),
                sum(counts, LeaverState.REJECTED, action -> true),
                holds.of(runId),
                holds.approval(runId).orElse(null));
    }

    /** How many enrolments of leavers a run suspended. */
    long suspendedEnrolments(long runId) {
        return sum(leavers.counts(runId), LeaverState.DONE, action -> action == LeaverAction.SUSPEND_ENROLMENT);
    }

    private static long sum(
            Map<LeaverAction, Map<LeaverState, Long>> counts, LeaverState state, Predicate<LeaverAction> actions) {
        return Arrays.stream(LeaverAction.values())
                .filter(actions)
                .mapToLong(action -> counts.getOrDefault(action, Map.of()).getOrDefault(state, 0L))
                .sum();
    }
}
