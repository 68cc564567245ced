package org.rollcall.ledger;

/**
 * A cohort or course that a snapshot is of.
 *
 * @param targetId the site's id of the cohort or course
 * @param name the cohort's idnumber or the course's shortname
 * @param action what leaving it means
 * @param members how many people were in it
 */
public record LeaverScope(MembershipKind kind, long targetId, String name, LeaverAction action, long members) {

    /** What it is, for people. */
    public String words() {
        return (kind == MembershipKind.COHORT ? "the cohort " : "the course ") + name;
    }
}
