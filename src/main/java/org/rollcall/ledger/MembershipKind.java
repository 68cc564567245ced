package org.rollcall.ledger;

/** What a membership is in. */
public enum MembershipKind {
    /** A cohort, known by its idnumber. */
    COHORT,
    /** A course, known by its shortname. */
    COURSE
}
