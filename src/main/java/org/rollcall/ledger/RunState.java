package org.rollcall.ledger;

/** How far a run has come. */
public enum RunState {
    /** Begun, and not at its end; the same roster takes it up again. */
    UNFINISHED,
    /** It ended with its plan, which has not been applied. */
    PLANNED,
    /** It ended with its plan, which passed a threshold and waits for somebody's approval. */
    HELD,
    /** Its plan is being applied. */
    APPLYING,
    /** At its end. */
    DONE,
    /** Given up before anything was sent to the site. */
    ABANDONED
}
