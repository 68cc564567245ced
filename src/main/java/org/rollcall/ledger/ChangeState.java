package org.rollcall.ledger;

/** How far a change of an account has come. A change of a row that is rejected as a whole stays where it was. */
public enum ChangeState {
    /** To be made. */
    PENDING,
    /** A call that makes it was about to be sent, and its answer is not known. */
    SENDING,
    /** This run made it. */
    DONE,
    /** Somebody else made it first. */
    SKIPPED,
    /** It could not be made, wholly or in part; a problem says why. */
    REJECTED
}
