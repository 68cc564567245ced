package org.rollcall.moodle;

/** Which of a course's participants are asked for; to tell them apart takes the capability moodle/course:enrolreview. */
public enum Participation {
    ANY(""),
    /** With access now: an enrolment that is not suspended, has begun and has not ended, by a method that is enabled. */
    ACTIVE("onlyactive"),
    /** Without access now, because each enrolment is suspended, has ended, has not begun, or its method is disabled. */
    SUSPENDED("onlysuspended");

    private final String option;

    Participation(String option) {
        this.option = option;
    }

    /** The option of core_enrol_get_enrolled_users that asks for them; empty where none is needed. */
    String option() {
        return option;
    }
}
