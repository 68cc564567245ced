package org.rollcall.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run with all that the ledger keeps of its way.
 *
 * @param endedAt when it came to its end or was given up; null as long as neither happened
 * @param undoes the name of the run that it takes back; null where it takes none back
 * @param summary what it came to, as in its {@code summary.json}; null where nothing was kept
 * @param purgedAt since when its personal data is out of the ledger; null where it is in there
 */
public record RecordedRun(
        Run run,
        RunState state,
        @Nullable Instant endedAt,
        @Nullable String undoes,
        @Nullable String summary,
        @Nullable Instant purgedAt) {

    /** The mode of a run that only reports how far people got. */
    public static final String PROGRESS = "progress";

    /** What people call it. */
    public String name() {
        return run.name();
    }

    /** Whether it takes an earlier run back. */
    public boolean isUndo() {
        return run.key().mode().equals(UndoRuns.MODE);
    }

    /** Whether it only reports how far people got. */
    public boolean isProgress() {
        return run.key().mode().equals(PROGRESS);
    }

    /** Whether an attempt at it was broken off, so that it goes on when it is asked for again. */
    public boolean isInterrupted() {
        return state == RunState.UNFINISHED || state == RunState.APPLYING;
    }

    /** Whether its personal data is out of the ledger. */
    public boolean isPurged() {
        return purgedAt != null;
    }
}
