package org.rollcall.moodle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program partner's students are graded on in a course, and their grades (local_wsfunc_get_grades).
 *
 * @param activityId the activity's course-module id as a text, or {@code course} for the course's own total
 * @param itemNumber 0 unless the activity has several grades
 * @param name the activity's name; empty where it has none
 * @param min the lowest grade there can be, or null where the site does not tell
 * @param max the highest grade there can be, or null where the site does not tell
 * @param pass the pass mark, or null where the site does not tell
 */
public record PartnerGradeItem(
        String activityId,
        @Nullable Long itemNumber,
        String name,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double pass,
        List<PartnerGrade> grades) {

    /** What stands in place of an activity for the course's own total. */
    public static final String COURSE = "course";

    public PartnerGradeItem {
        grades = List.copyOf(grades);
    }

    static PartnerGradeItem from(Answer item) {
        return new PartnerGradeItem(
                item.text("activityid"),
                item.optionalNumber("itemnumber"),
                item.textOrEmpty("name"),
                item.optionalDecimal("grademin"),
                item.optionalDecimal("grademax"),
                item.optionalDecimal("gradepass"),
                item.list("grades", PartnerGrade::from));
    }
}
