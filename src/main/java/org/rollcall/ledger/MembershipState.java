package org.rollcall.ledger;

/** How far one membership of a row has come. A membership of a rejected row stays where it was. */
public enum MembershipState {
    /** To be made. */
    PENDING,
    /** A call that makes it was about to be sent, and its answer is not known. */
    SENDING,
    /** An earlier row of the person asks for the same; what becomes of it is found there. */
    REPEATED,
    /** The site had it before this run, or another row of the person has made it. */
    PRESENT,
    /** This run made it. */
    DONE,
    /** It could not be made; a problem says why. */
    REJECTED
}
