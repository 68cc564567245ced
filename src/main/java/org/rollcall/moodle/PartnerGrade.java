package org.rollcall.moodle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One student's grade for one item.
 *
 * @param grade the grade as a number, or null for none
 * @param formatted the grade as the site shows it; empty where it does not tell
 * @param feedback the grader's words without HTML, or empty
 * @param submitted when the work was handed in, or null
 * @param graded when it was graded, or null
 * @param hidden whether the grade is hidden from the student, for good or until some date
 */
public record PartnerGrade(
        long userId,
        @Nullable Double grade,
        String formatted,
        String feedback,
        @Nullable Instant submitted,
        @Nullable Instant graded,
        boolean hidden) {

    static PartnerGrade from(Answer grade) {
        return new PartnerGrade(
                grade.number("userid"),
                grade.optionalDecimal("grade"),
                grade.textOrEmpty("str_grade"),
                PlainText.of(grade.textOrEmpty("str_feedback")),
                grade.optionalTime("datesubmitted"),
                grade.optionalTime("dategraded"),
                Boolean.TRUE.equals(grade.optionalFlag("hidden")));
    }
}
