package org.rollcall.ledger;

/** What it means that somebody leaves a cohort or course. */
public enum LeaverAction {
    /** Nothing is done; the reports name who it is. */
    REPORT("reported only"),
    REMOVE_FROM_COHORT("removed from the cohort"),
    UNENROL("unenrolled"),
    /** The enrolment stays, and gives no access any more. */
    SUSPEND_ENROLMENT("enrolment suspended"),
    /** The account is barred from logging in, and stays where it is. */
    SUSPEND_ACCOUNT("account suspended");

    private final String words;

    LeaverAction(String words) {
        this.words = words;
    }

    /** What has been done with such a leaver, as reports have it. */
    public String words() {
        return words;
    }

    /** Whether somebody can leave such a place in this way. */
    public boolean fits(MembershipKind kind) {
        return switch (this) {
            case REPORT, SUSPEND_ACCOUNT -> true;
            case REMOVE_FROM_COHORT -> kind == MembershipKind.COHORT;
            case UNENROL, SUSPEND_ENROLMENT -> kind == MembershipKind.COURSE;
        };
    }

    /** Whether it is a suspension, of whatever kind, and not a removal. */
    public boolean suspends() {
        return this == SUSPEND_ENROLMENT || this == SUSPEND_ACCOUNT;
    }
}
