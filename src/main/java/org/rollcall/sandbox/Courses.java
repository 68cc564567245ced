package org.rollcall.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Courses and their manual enrolment instances. */
final class Courses {
    /** Courses, named c, with the names of their categories, k. */
    static final String SELECT = "SELECT c.*, k.name AS categoryname FROM mdl_course c"
            + " LEFT JOIN mdl_course_categories k ON k.id = c.category ";

    private final JdbcClient jdbc;

    Courses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Course> all() {
        return jdbc.sql(SELECT + "ORDER BY c.id").query(Course::read).list();
    }

    @Nullable
    Course byId(long id) {
        return jdbc.sql(SELECT + "WHERE c.id = ?")
                .param(id)
                .query(Course::read)
                .optional()
                .orElse(null);
    }

    /** Courses by shortname or idnumber, whatever the case. */
    List<Course> byField(String field, String value) {
        return jdbc.sql(SELECT + "WHERE c." + field + "_key = ? ORDER BY c.id")
                .param(Collation.key(value))
                .query(Course::read)
                .list();
    }

    List<Course> byCategory(long categoryId) {
        return jdbc.sql(SELECT + "WHERE c.category = ? ORDER BY c.id")
                .param(categoryId)
                .query(Course::read)
                .list();
    }

    /** The methods by which people can be enrolled now. */
    List<String> enabledMethods(long courseId) {
        return jdbc.sql("SELECT enrol FROM mdl_enrol WHERE courseid = ? AND status = 0 ORDER BY id")
                .param(courseId)
                .query(String.class)
                .list();
    }

    /** The manual instance, enabled or not; null where it is missing. */
    @Nullable
    Long anyManualInstance(long courseId) {
        return jdbc.sql("SELECT id FROM mdl_enrol WHERE courseid = ? AND enrol = 'manual' ORDER BY id LIMIT 1")
                .param(courseId)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** The enabled manual instance; null where it is missing or disabled. */
    @Nullable
    Long manualInstance(long courseId) {
        return jdbc.sql("SELECT id FROM mdl_enrol WHERE courseid = ? AND enrol = 'manual' AND status = 0"
                        + " ORDER BY id LIMIT 1")
                .param(courseId)
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
