package org.rollcall.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.rollcall.ledger.CallCounts;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.UndoAction;
import org.rollcall.ledger.UndoItems;
import org.rollcall.ledger.UndoRuns;
import org.rollcall.ledger.UndoState;
import org.springframework.stereotype.Component;

/** Adds up what a run takes back of an earlier one, out of the ledger. */
@Component
public class UndoSummaries {

    private final UndoRuns runs;
    private final UndoItems items;
    private final CallCounts calls;
    private final Clock clock;

    UndoSummaries(UndoRuns runs, UndoItems items, CallCounts calls, Clock clock) {
        this.runs = runs;
        this.items = items;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The run as it stands now.
     *
     * @param attemptBegan when the attempt began whose seconds are told
     */
    public UndoSummary of(Run run, Instant attemptBegan) {
        Map<UndoAction, Map<UndoState, Long>> counts = items.counts(run.id());
        Map<String, Long> byFunction = calls.ofRun(run.id());
        Instant now = clock.instant();
        return new UndoSummary(
                run.name(),
                runs.undoneBy(run.id()).name(),
                run.rosterName(),
                run.key().site(),
                run.key().mode(),
                run.startedAt(),
                now,
                Duration.between(attemptBegan, now).toMillis() / 1000.0,
                sum(counts, UndoState.values()),
                sum(counts, UndoState.DONE),
                sum(counts, UndoState.PLANNED, UndoState.SENDING),
                sum(counts, UndoState.ALREADY),
                sum(counts, UndoState.KEPT),
                sum(counts, UndoState.REJECTED),
                counts,
                new RunSummary.Calls(
                        byFunction.values().stream().mapToLong(Long::longValue).sum(), byFunction));
    }

    private static long sum(Map<UndoAction, Map<UndoState, Long>> counts, UndoState... states) {
        long sum = 0;
        for (Map<UndoState, Long> ofAction : counts.values()) {
            for (UndoState state : states) {
                sum += ofAction.getOrDefault(state, 0L);
            }
        }
        return sum;
    }
}
