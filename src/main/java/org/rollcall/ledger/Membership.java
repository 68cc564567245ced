package org.rollcall.ledger;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One cohort or course that a row asks for.
 *
 * @param id the ledger's key
 * @param row the row's number in the file
 * @param slot the number in the column's name: 2 for {@code course2}
 * @param name the cohort's idnumber or the course's shortname, as the roster has it
 * @param role the role's shortname, or null for the default
 * @param periodDays how long the enrolment lasts, in days, or null for no end
 * @param start when the enrolment begins, in the site's time zone, or null
 * @param suspended whether the enrolment is suspended, or null where the roster does not say
 * @param targetId the site's id of the cohort or course, once it is known
 * @param accountId the site's id of the person, once it is known
 * @param group the group of the course that the row names, or null
 * @param standing what is there already and is to be changed, or null where there is nothing
 */
public record Membership(
        long id,
        int row,
        MembershipKind kind,
        int slot,
        String name,
        @Nullable String role,
        @Nullable Integer periodDays,
        @Nullable LocalDateTime start,
        @Nullable Boolean suspended,
        @Nullable Long targetId,
        @Nullable Long accountId,
        MembershipState state,
        @Nullable AskedGroup group,
        @Nullable StandingEnrolment standing) {

    /** Whether the roster says when the enrolment begins, or how long it lasts. */
    public boolean saysDates() {
        return start != null || periodDays != null;
    }

    /** Whether the roster says when the enrolment begins, how long it lasts, or whether it is suspended. */
    public boolean saysWhen() {
        return saysDates() || suspended != null;
    }

    /** The same membership in another state. */
    public Membership in(MembershipState other) {
        return new Membership(
                id,
                row,
                kind,
                slot,
                name,
                role,
                periodDays,
                start,
                suspended,
                targetId,
                accountId,
                other,
                group,
                standing);
    }

    /** Whether it, or its group, could not be had, so that the row comes back with it. */
    public boolean comesBack() {
        return state == MembershipState.REJECTED || (group != null && group.state() == MembershipState.REJECTED);
    }

    /** The roster's column that names the cohort or course, such as {@code course2}. */
    public String column() {
        return (kind == MembershipKind.COHORT ? "cohort" : "course") + slot;
    }
}
