package org.rollcall.moodle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of somebody's grades in a course (gradereport_user_get_grade_items). What the token's account may not see
 * is not among the lines.
 *
 * @param name the item's name, or null for the course itself and for categories
 * @param type {@code mod} for an activity, {@code manual}, {@code category} or {@code course}
 * @param module the kind of activity, such as {@code quiz}, or null for what is none
 * @param idnumber empty where the item has none
 * @param cmId the activity's course-module id, or null for what is no activity
 * @param grade the grade as a number, or null for none
 * @param formatted the grade as the site shows it, such as {@code 81.50} or a letter; {@code -} for none
 * @param min the lowest grade there can be, or null where the site does not tell
 * @param max the highest grade there can be, or null where the site does not tell
 * @param percentage such as {@code 81.50 %}, {@code -} for none; null where the site does not tell
 * @param submitted when the work was handed in, or null
 * @param graded when it was graded, or null
 * @param hidden whether the grade is hidden from the participant
 * @param feedback the grader's words without HTML, or empty
 */
public record GradeItem(
        long id,
        @Nullable String name,
        String type,
        @Nullable String module,
        String idnumber,
        @Nullable Long cmId,
        @Nullable Double grade,
        String formatted,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable String percentage,
        @Nullable Instant submitted,
        @Nullable Instant graded,
        boolean hidden,
        String feedback) {

    static GradeItem from(Answer item) {
        return new GradeItem(
                item.number("id"),
                item.optionalText("itemname"),
                item.text("itemtype"),
                item.optionalText("itemmodule"),
                item.textOrEmpty("idnumber"),
                item.optionalNumber("cmid"),
                item.optionalDecimal("graderaw"),
                item.textOrEmpty("gradeformatted"),
                item.optionalDecimal("grademin"),
                item.optionalDecimal("grademax"),
                item.optionalText("percentageformatted"),
                item.optionalTime("gradedatesubmitted"),
                item.optionalTime("gradedategraded"),
                Boolean.TRUE.equals(item.optionalFlag("gradeishidden")),
                PlainText.of(item.textOrEmpty("feedback")));
    }
}
