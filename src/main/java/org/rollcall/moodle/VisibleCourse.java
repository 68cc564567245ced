package org.rollcall.moodle;

import org.jspecify.annotations.Nullable;

/**
 * A course that a program partner's students can take (local_wsfunc_get_visible_courses).
 *
 * @param startDate when it begins, as the site writes it, or null where it does not tell
 */
public record VisibleCourse(
        long id,
        long categoryId,
        String shortname,
        String fullname,
        @Nullable String startDate) {

    static VisibleCourse from(Answer course) {
        return new VisibleCourse(
                course.number("id"),
                course.number("category"),
                course.text("shortname"),
                course.text("fullname"),
                course.optionalText("startdate"));
    }
}
