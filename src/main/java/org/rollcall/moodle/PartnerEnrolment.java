package org.rollcall.moodle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A course that a program partner's student takes part in (local_wsfunc_get_users_courses).
 *
 * @param courseId the course
 * @param visible whether participants see the course
 * @param start when the enrolment begins or began, or null for at once or where the site does not tell
 * @param end when it ends, or null for never or where the site does not tell
 * @param created when the enrolment was made, or null where the site does not tell
 */
public record PartnerEnrolment(
        long courseId,
        String shortname,
        String fullname,
        String idnumber,
        boolean visible,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Instant created) {

    static PartnerEnrolment from(Answer course) {
        return new PartnerEnrolment(
                course.number("id"),
                course.text("shortname"),
                course.text("fullname"),
                course.textOrEmpty("idnumber"),
                course.flag("visible"),
                course.optionalTime("enroltimestart"),
                course.optionalTime("enroltimeend"),
                course.optionalTime("enroltimecreated"));
    }
}
