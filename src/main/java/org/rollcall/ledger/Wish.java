package org.rollcall.ledger;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.CohortRequest;
import org.rollcall.roster.CourseRequest;

/**
 * What a membership asks for, apart from whom it is for: rows by the thousand share one.
 *
 * @param name the cohort's idnumber or the course's shortname, as the roster has it
 * @param role the role's shortname, or null for the default
 * @param group the group's name, or null for none
 * @param periodDays how long the enrolment lasts, in days, or null for no end
 * @param start when the enrolment begins, in the site's time zone, or null
 * @param suspended whether the enrolment is suspended, or null where the roster does not say
 */
public record Wish(
        MembershipKind kind,
        String name,
        @Nullable String role,
        @Nullable String group,
        @Nullable Integer periodDays,
        @Nullable LocalDateTime start,
        @Nullable Boolean suspended) {

    static Wish of(CohortRequest cohort) {
        return new Wish(MembershipKind.COHORT, cohort.idnumber(), null, null, null, null, null);
    }

    static Wish of(CourseRequest course) {
        return new Wish(
                MembershipKind.COURSE,
                course.shortname(),
                course.role(),
                course.group(),
                course.periodDays(),
                course.start(),
                course.suspended());
    }
}
