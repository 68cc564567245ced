package org.rollcall.ledger;

/** What a run can change on a site. */
public enum EffectKind {
    /** An account was created. */
    USER_CREATED,
    /** A cohort was created. */
    COHORT_CREATED,
    /** A person was added to a cohort. */
    COHORT_MEMBER_ADDED,
    /** A person was enrolled in a course. */
    ENROLLED
}
