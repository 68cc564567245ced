package org.rollcall.sandbox;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Something that is graded from 0 up: an activity, or a course as a whole (then the activity's id is null).
 *
 * @param instance the activity's number among those of its module; for a course the id of its grade category
 */
record GradeItem(long id, long courseId, @Nullable Long activityId, long instance, BigDecimal grademax) {

    static GradeItem read(ResultSet row, int number) throws SQLException {
        return new GradeItem(
                row.getLong("id"),
                row.getLong("courseid"),
                row.getObject("cmid", Long.class),
                row.getLong("iteminstance"),
                row.getBigDecimal("grademax"));
    }

    boolean isCourse() {
        return activityId == null;
    }
}
