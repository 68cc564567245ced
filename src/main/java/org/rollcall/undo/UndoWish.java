package org.rollcall.undo;

import java.util.List;
import org.rollcall.ledger.NewRun;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.UndoRuns;

/**
 * Which run is to be taken back, and how.
 *
 * @param deleteCreated whether accounts that it created are deleted; else they are suspended
 */
record UndoWish(Run undone, boolean deleteCreated) {

    /** The wish that a run was begun with. */
    static UndoWish of(Run undo, Run undone) {
        UndoWish deleting = new UndoWish(undone, true);
        return deleting.isOf(undo) ? deleting : new UndoWish(undone, false);
    }

    /** Whether a run was begun with this wish. */
    boolean isOf(Run undo) {
        return undo.key().mappingHash().equals(text());
    }

    /** Stands where the run of a roster has the hash of its mapping: two wishes about one run are two runs. */
    private String text() {
        return "%-64s".formatted(undone.name() + (deleteCreated ? " delete-created" : " suspend-created"));
    }

    /** What the run that takes it back is begun with. */
    NewRun newRun() {
        return new NewRun(
                undone.rosterName(),
                undone.key().rosterSha256(),
                text(),
                undone.key().site(),
                UndoRuns.MODE,
                List.of(),
                null,
                List.of());
    }
}
