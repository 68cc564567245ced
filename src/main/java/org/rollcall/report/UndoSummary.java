package org.rollcall.report;

import java.time.Instant;
import java.util.Map;
import org.rollcall.ledger.UndoAction;
import org.rollcall.ledger.UndoState;
import org.rollcall.report.RunSummary.Calls;

/**
 * What a run that takes back an earlier one came to; also the shape of its {@code summary.json}.
 *
 * @param run the run's name
 * @param undoes the name of the run that it takes back
 * @param seconds how long the last attempt took
 * @param items how many things there were in all
 * @param takenBack those that were taken back
 * @param planned those that are to be taken back
 * @param already those that stood as before already
 * @param kept those that stay
 * @param refused those that the site refused to take back
 * @param actions how many of each action are in each state
 */
public record UndoSummary(
        String run,
        String undoes,
        String roster,
        String site,
        String mode,
        Instant startedAt,
        Instant endedAt,
        double seconds,
        long items,
        long takenBack,
        long planned,
        long already,
        long kept,
        long refused,
        Map<UndoAction, Map<UndoState, Long>> actions,
        Calls calls) {

    /** How many of an action are in a state. */
    public long count(UndoAction action, UndoState state) {
        return actions.getOrDefault(action, Map.of()).getOrDefault(state, 0L);
    }

    /** Whether something stays that the run left. */
    public boolean leavesAny() {
        return kept + refused > 0;
    }
}
