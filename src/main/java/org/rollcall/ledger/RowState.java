package org.rollcall.ledger;

/** How far a row of the roster has come. */
public enum RowState {
    /** Read and found in order; the site has not been asked about it yet. */
    STAGED,
    /** Read and found faulty; it will be rejected once the site has been asked, so that its list of problems is whole. */
    FAULTY,
    /** An earlier row stands for its person, and has the account; only its memberships are its own. */
    MERGED,
    /** The site has an account for it. */
    MATCHED,
    /** It asks for its account to be deleted, and the site has none: there is nothing to do. */
    ABSENT,
    /** The site has no account for it; one is to be created. */
    TO_CREATE,
    /** A call that creates its account was about to be sent, and its answer is not known. */
    SENDING,
    /** This run created its account. */
    CREATED,
    /** It could not be done; its problems say why. */
    REJECTED
}
