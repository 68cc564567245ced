package org.rollcall.moodle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A course that somebody takes part in (core_enrol_get_users_courses).
 *
 * @param visible whether participants see it
 * @param progress how much of it is done, in per cent; null where the site does not tell or the course does not track
 * @param completed whether the course's own conditions are met, or null where the site does not tell
 * @param tracks whether the course tracks completion, or null where the site does not tell
 * @param hasConditions whether there are conditions of the course's own, or null where the site does not tell
 * @param trackedUser whether that person is tracked, or null where the site does not tell
 * @param start when the course begins, or null for no date
 * @param end when the course ends, or null for no date
 * @param lastAccess when that person last opened the course, or null for never or where the site does not tell
 */
public record EnrolledCourse(
        long id,
        String shortname,
        String fullname,
        String idnumber,
        boolean visible,
        @Nullable Double progress,
        @Nullable Boolean completed,
        @Nullable Boolean tracks,
        @Nullable Boolean hasConditions,
        @Nullable Boolean trackedUser,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Instant lastAccess) {

    static EnrolledCourse from(Answer course) {
        return new EnrolledCourse(
                course.number("id"),
                course.text("shortname"),
                course.text("fullname"),
                course.textOrEmpty("idnumber"),
                course.flag("visible"),
                course.optionalDecimal("progress"),
                course.optionalFlag("completed"),
                course.optionalFlag("enablecompletion"),
                course.optionalFlag("completionhascriteria"),
                course.optionalFlag("completionusertracked"),
                course.optionalTime("startdate"),
                course.optionalTime("enddate"),
                course.optionalTime("lastaccess"));
    }
}
