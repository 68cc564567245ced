package org.rollcall.sandbox;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The grade items of courses and the grades that people got. */
final class Grades {
    private final JdbcClient jdbc;

    Grades(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The item of a course as a whole. As in Moodle it comes into being when it is first asked for, and with it the
     * course's grade category; so asking may write.
     */
    GradeItem ofCourse(long courseId) {
        List<GradeItem> found = jdbc.sql("SELECT * FROM mdl_grade_items WHERE courseid = ? AND cmid IS NULL")
                .param(courseId)
                .query(GradeItem::read)
                .list();
        if (!found.isEmpty()) {
            return found.get(0);
        }
        long category = jdbc.sql("SELECT COUNT(*) + 1 FROM mdl_grade_items WHERE cmid IS NULL")
                .query(Long.class)
                .single();
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("courseid", courseId);
        columns.put("iteminstance", category);
        columns.put("grademax", BigDecimal.ZERO);
        long id = Insert.into("mdl_grade_items", columns, jdbc);
        return new GradeItem(id, courseId, null, category, BigDecimal.ZERO);
    }

    /** The items of a course's activities. */
    List<GradeItem> ofActivities(long courseId) {
        return jdbc.sql("SELECT * FROM mdl_grade_items WHERE courseid = ? AND cmid IS NOT NULL ORDER BY id")
                .param(courseId)
                .query(GradeItem::read)
                .list();
    }

    /** The grades that somebody got in a course, without the total, which follows from them. */
    List<Grade> ofUser(long courseId, long userId) {
        return jdbc.sql("SELECT g.* FROM mdl_grade_grades g JOIN mdl_grade_items i ON i.id = g.itemid"
                        + " WHERE i.courseid = ? AND g.userid = ? ORDER BY g.itemid")
                .params(courseId, userId)
                .query(Grade::read)
                .list();
    }

    boolean isGraded(long activityId, long userId) {
        return jdbc.sql("SELECT COUNT(*) FROM mdl_grade_grades g JOIN mdl_grade_items i ON i.id = g.itemid"
                                + " WHERE i.cmid = ? AND g.userid = ?")
                        .params(activityId, userId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Makes an activity one that is graded, from 0 to a maximum. */
    void addItem(Activity activity, BigDecimal grademax) {
        ofCourse(activity.courseId());
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("courseid", activity.courseId());
        columns.put("cmid", activity.id());
        columns.put("iteminstance", activity.instance());
        columns.put("grademax", grademax);
        Insert.into("mdl_grade_items", columns, jdbc);
    }

    /** Gives a grade, or another one. */
    void give(long userId, Grade grade) {
        jdbc.sql(
                        "MERGE INTO mdl_grade_grades (itemid, userid, finalgrade, feedback, timecreated, timemodified, hidden)"
                                + " KEY (userid, itemid) VALUES (:item, :user, :value, :feedback, :submitted, :graded, :hidden)")
                .param("item", grade.itemId())
                .param("user", userId)
                .param("value", grade.value())
                .param("feedback", grade.feedback())
                .param("submitted", grade.submitted())
                .param("graded", grade.graded())
                .param("hidden", grade.hidden())
                .update();
    }

    /** Takes somebody's grades in a course away. */
    void removeFromCourse(long courseId, long userId) {
        jdbc.sql("DELETE FROM mdl_grade_grades WHERE userid = ?"
                        + " AND itemid IN (SELECT id FROM mdl_grade_items WHERE courseid = ?)")
                .params(userId, courseId)
                .update();
    }
}
