package org.rollcall.ledger;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.CohortRequest;
import org.rollcall.roster.CourseRequest;

/** What a membership asks for, apart from whom it is for: rows by the thousand share one. */
record Wish(
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
