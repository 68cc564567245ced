package org.rollcall.history;

import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.RecordedRun;

/**
 * A run with what a list tells of it. A figure is null where the ledger does not know it.
 *
 * @param rows rows of its roster; of a run that takes another one back how many things there were; of a report of progress
 *     how many people it is about
 * @param cameBack rows that came back as rejects, and leavers whom the site did not let go; of a run that takes another one
 *     back what it kept
 * @param seconds how long its last attempt took
 */
public record ListedRun(
        RecordedRun past,
        @Nullable Long rows,
        @Nullable Long cameBack,
        @Nullable Double seconds) {

    /** Whether something could not be done. */
    public boolean leftSome() {
        return cameBack != null && cameBack > 0;
    }
}
