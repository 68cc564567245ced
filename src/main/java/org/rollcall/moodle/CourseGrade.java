package org.rollcall.moodle;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's total in a course (gradereport_overview_get_course_grades).
 *
 * @param formatted the grade as the site shows it, such as {@code 81.50} or a letter; {@code -} for none
 * @param grade the grade as a number, or null for none
 * @param rank the place among the course's participants, or null where the site does not tell
 */
public record CourseGrade(
        long courseId,
        String formatted,
        @Nullable Double grade,
        @Nullable Long rank) {

    static CourseGrade from(Answer grade) {
        return new CourseGrade(
                grade.number("courseid"),
                grade.text("grade"),
                grade.optionalDecimal("rawgrade"),
                grade.optionalNumber("rank"));
    }
}
