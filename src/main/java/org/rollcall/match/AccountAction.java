package org.rollcall.match;

/** What is done with an account; one row may ask for several. */
public enum AccountAction {
    CREATE,
    /** Details change. */
    UPDATE,
    /** The username changes. */
    RENAME,
    SUSPEND,
    /** A suspended account is let in again. */
    REACTIVATE,
    DELETE,
    /** The account stays as it is. */
    NONE
}
