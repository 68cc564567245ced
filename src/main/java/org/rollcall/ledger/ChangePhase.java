package org.rollcall.ledger;

/** When in a run an account changes: Moodle enrols nobody who is suspended, and nobody who is gone. */
public enum ChangePhase {
    /** Before people are added to cohorts and enrolled: details, usernames, and letting people in again. */
    UPDATE,
    /** After that: barring people from logging in. */
    SUSPEND,
    /** Last of all. */
    DELETE
}
