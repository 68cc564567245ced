package org.rollcall.ledger;

/** What a run can change on a site. */
public enum EffectKind {
    /** An account was created. */
    USER_CREATED,
    /** Details of an account changed. */
    USER_UPDATED,
    /** An account got another username. */
    USER_RENAMED,
    /** An account was barred from logging in. */
    USER_SUSPENDED,
    /** A suspended account was let in again. */
    USER_REACTIVATED,
    /** An account was deleted. */
    USER_DELETED,
    /** A cohort was created. */
    COHORT_CREATED,
    /** A person was added to a cohort. */
    COHORT_MEMBER_ADDED,
    /** A person was removed from a cohort. */
    COHORT_MEMBER_REMOVED,
    /** A person was enrolled in a course. */
    ENROLLED,
    /** The role, dates or status of an enrolment that was there were set anew. */
    ENROLMENT_CHANGED,
    /** A group was created in a course. */
    GROUP_CREATED,
    /** A person was put into a group of a course. */
    GROUP_MEMBER_ADDED,
    /** A person's enrolment in a course was ended. */
    UNENROLLED
}
