package org.rollcall.moodle;

import org.jspecify.annotations.Nullable;

/**
 * A course of the site (core_course_get_courses_by_field).
 *
 * @param visible whether participants see it; a hidden course can be enrolled in
 * @param categoryId its category, or null where the site does not tell
 */
public record Course(
        long id,
        String shortname,
        String fullname,
        String idnumber,
        boolean visible,
        @Nullable Long categoryId) {

    static Course from(Answer course) {
        return new Course(
                course.number("id"),
                course.text("shortname"),
                course.text("fullname"),
                course.textOrEmpty("idnumber"),
                !Boolean.FALSE.equals(course.optionalFlag("visible")),
                course.optionalNumber("categoryid"));
    }
}
