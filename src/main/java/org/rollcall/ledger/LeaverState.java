package org.rollcall.ledger;

/** How far a leaver has come. */
public enum LeaverState {
    /** Nothing is to be done; the reason says why. */
    REPORTED,
    /** To be taken out. */
    PENDING,
    /** A call that takes them out was about to be sent, and its answer is not known. */
    SENDING,
    /** This run took them out. */
    DONE,
    /** Somebody else did it first. */
    SKIPPED,
    /** It could not be done; a problem says why. */
    REJECTED
}
