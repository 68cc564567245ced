package org.rollcall.ledger;

/** What a plan says is to be done, for the whole site or for one row. */
public enum PlanAction {
    /** A cohort that the site lacks is created. */
    CREATE_COHORT("create cohort"),
    /** An account is created. */
    CREATE("create"),
    /** Details of an account change. */
    UPDATE("update"),
    /** An account gets another username. */
    RENAME("rename"),
    /** A suspended account is let in again. */
    REACTIVATE("reactivate"),
    /** An account is barred from logging in. */
    SUSPEND("suspend"),
    /** An account is deleted. */
    DELETE("delete"),
    /** A person is added to a cohort. */
    ADD_TO_COHORT("add to cohort"),
    /** A person is enrolled in a course. */
    ENROL("enrol"),
    /** An enrolment that is there is set otherwise. */
    CHANGE_ENROLMENT("change enrolment"),
    /** A person is put into a group of a course. */
    ADD_TO_GROUP("add to group"),
    /** A person is taken out of a cohort or course, or suspended, who left it. */
    REMOVE("remove"),
    /** A person left a cohort or course, and nothing is done about it. */
    REPORT_LEAVER("left, reported only"),
    /** The row, or the part of it that is named, cannot be done. */
    REJECT("reject"),
    /** The row agrees with the site already. */
    UNCHANGED("unchanged");

    private final String words;

    PlanAction(String words) {
        this.words = words;
    }

    /** The action as reports have it. */
    public String words() {
        return words;
    }

    /** Whether carrying it out changes anything on the site. */
    public boolean changesTheSite() {
        return this != REJECT && this != UNCHANGED && this != REPORT_LEAVER;
    }
}
