package org.rollcall.operation;

import org.rollcall.ledger.LeaverAction;
import org.rollcall.ledger.MembershipKind;

/**
 * A cohort or course that a snapshot is of.
 *
 * @param name the cohort's idnumber or the course's shortname
 * @param action what leaving it means
 */
public record SnapshotScope(MembershipKind kind, String name, LeaverAction action) {

    /** What it is, for people. */
    public String words() {
        return (kind == MembershipKind.COHORT ? "cohort " : "course ") + name;
    }
}
