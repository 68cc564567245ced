package org.rollcall.progress.findings;

/** Whether somebody is enrolled in a course. */
public enum EnrolmentState {
    ACTIVE("active"),
    /** Enrolled without access now: suspended, over, or not begun. */
    SUSPENDED("suspended"),
    NONE("not enrolled"),
    NOT_TOLD("not told");

    private final String words;

    EnrolmentState(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether there is an enrolment, with access or without. */
    public boolean isThere() {
        return this == ACTIVE || this == SUSPENDED;
    }
}
