package org.rollcall.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When accounts were last seen, in courses and on the site, in Unix seconds. */
final class Accesses {
    private final JdbcClient jdbc;

    Accesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last access to a course; null if there was none. */
    @Nullable
    Long toCourse(long courseId, long userId) {
        return jdbc.sql("SELECT timeaccess FROM mdl_user_lastaccess WHERE courseid = ? AND userid = ?")
                .params(courseId, userId)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Notes that somebody was in a course, and with that on the site. */
    void note(long courseId, long userId, long time) {
        if (courseId != Course.SITE) {
            jdbc.sql("MERGE INTO mdl_user_lastaccess (userid, courseid, timeaccess) KEY (userid, courseid)"
                            + " VALUES (?, ?, ?)")
                    .params(userId, courseId, time)
                    .update();
        }
        jdbc.sql("UPDATE mdl_user SET lastaccess = GREATEST(lastaccess, ?) WHERE id = ?")
                .params(time, userId)
                .update();
    }

    /** Forgets somebody's access to a course. */
    void removeFromCourse(long courseId, long userId) {
        jdbc.sql("DELETE FROM mdl_user_lastaccess WHERE courseid = ? AND userid = ?")
                .params(courseId, userId)
                .update();
    }
}
