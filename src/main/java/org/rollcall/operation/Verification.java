package org.rollcall.operation;

/** How a run makes sure that a row which says what was last carried out on the site still stands there. */
public enum Verification {
    /** Its account is in the cohorts and courses that it asks for; nothing else of it is read. */
    MEMBERS,
    /** It is compared with the site as any other row. */
    FULL,
    /** Not at all: what Rollcall did last is taken to be there. */
    LEDGER
}
