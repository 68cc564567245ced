package org.rollcall.intake;

/** What became of a file that was dropped. */
public enum IntakeOutcome {
    /** Every row is done, and the file is archived. */
    DONE,
    /** Done and archived; some rows came back. */
    REJECTS,
    /** Planned and archived; somebody applies the plan. */
    PLANNED,
    /** Planned and archived; the plan passed a threshold and waits for somebody's approval. */
    HELD,
    /** No roster, or a damaged one; it lies among the unreadable files. */
    UNREADABLE,
    /** The process was asked to stop; the file is taken up when it starts again. */
    STOPPED,
    /** It was changed while it was worked on; it is worked on once more. */
    CHANGED,
    /** The site is unavailable; the file is taken up again after a pause. */
    UNAVAILABLE,
    /** A setting has to be mended; the file is taken up again after a pause. */
    REFUSED,
    /** Rollcall met a fault of its own; the file is taken up again after a pause. */
    FAULT;

    /** Whether the file has gone to the archive. */
    public boolean isEnd() {
        return compareTo(STOPPED) < 0;
    }

    /** Whether the whole folder has to pause, as its other files would fare no better. */
    boolean stopsFolder() {
        return this == UNAVAILABLE || this == REFUSED;
    }
}
