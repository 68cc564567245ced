package org.rollcall.sandbox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The activities of courses and who completed them. */
final class Activities {
    private final JdbcClient jdbc;

    Activities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A course's activities in the order of the course page. */
    List<Activity> ofCourse(long courseId) {
        return jdbc.sql("SELECT * FROM mdl_course_modules WHERE course = ? ORDER BY id")
                .param(courseId)
                .query(Activity::read)
                .list();
    }

    /** What somebody did in a course, by activity; activities that were not touched are missing. */
    Map<Long, Completion> completions(long courseId, long userId) {
        Map<Long, Completion> completions = new HashMap<>();
        jdbc.sql("SELECT c.coursemoduleid, c.completionstate, c.viewed, c.timemodified"
                        + " FROM mdl_course_modules_completion c JOIN mdl_course_modules m ON m.id = c.coursemoduleid"
                        + " WHERE m.course = ? AND c.userid = ?")
                .params(courseId, userId)
                .query(row -> {
                    completions.put(row.getLong(1), new Completion(row.getInt(2), row.getBoolean(3), row.getLong(4)));
                });
        return completions;
    }

    /** Stores an activity; its number among those of its module follows from what is there. */
    Activity add(Activity activity) {
        long instance = jdbc.sql("SELECT COUNT(*) + 1 FROM mdl_course_modules WHERE module = ?")
                .param(activity.module())
                .query(Long.class)
                .single();
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("course", activity.courseId());
        columns.put("module", activity.module());
        columns.put("instance", instance);
        columns.put("name", activity.name());
        columns.put("idnumber", activity.idnumber());
        columns.put("completion", activity.tracking());
        columns.put("completionview", activity.viewRule() ? 1 : 0);
        columns.put("completiongrade", activity.gradeRule() ? 1 : 0);
        columns.put("visible", activity.visible() ? 1 : 0);
        columns.put("criterion", activity.criterion() ? 1 : 0);
        long id = Insert.into("mdl_course_modules", columns, jdbc);
        return ofCourse(activity.courseId()).stream()
                .filter(stored -> stored.id() == id)
                .findFirst()
                .orElseThrow();
    }

    void complete(long activityId, long userId, Completion completion) {
        jdbc.sql("MERGE INTO mdl_course_modules_completion"
                        + " (coursemoduleid, userid, completionstate, viewed, timemodified)"
                        + " KEY (userid, coursemoduleid) VALUES (?, ?, ?, ?, ?)")
                .params(activityId, userId, completion.state(), completion.viewed() ? 1 : 0, completion.timemodified())
                .update();
    }
}
