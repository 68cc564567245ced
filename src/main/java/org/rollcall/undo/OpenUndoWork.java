package org.rollcall.undo;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import org.rollcall.ledger.UndoAction;
import org.rollcall.ledger.UndoItems;
import org.rollcall.ledger.UndoState;
import org.rollcall.operation.OpenWork;
import org.springframework.stereotype.Component;

/** How much the steps have still to take back. */
@Component
class OpenUndoWork implements OpenWork {

    private final UndoItems items;

    OpenUndoWork(UndoItems items) {
        this.items = items;
    }

    @Override
    public OptionalLong of(String step, long run) {
        return Arrays.stream(UndoAction.values())
                .filter(action -> action.step().equals(step))
                .mapToLong(action -> open(items.counts(run).getOrDefault(action, Map.of())))
                .findFirst();
    }

    private static long open(Map<UndoState, Long> counts) {
        return counts.getOrDefault(UndoState.PLANNED, 0L) + counts.getOrDefault(UndoState.SENDING, 0L);
    }
}
