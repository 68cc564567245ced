package org.rollcall.ledger;

/** How far one membership of a row has come. A membership of a rejected row stays where it was. */
public enum MembershipState {
    /** To be made. */
    PENDING,
    /** A call that makes it was about to be sent, and its answer is not known. */
    SENDING,
    /** The site had it before this run. */
    PRESENT,
    /** This run made it. */
    DONE,
    /** It could not be made; a problem says why. */
    REJECTED
}
