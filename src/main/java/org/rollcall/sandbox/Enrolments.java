package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is enrolled where, in which role and for which time. */
final class Enrolments {
    /** An enrolment that counts now: not suspended, by an enabled method, within its time. Takes the time twice. */
    static final String ACTIVE =
            " ue.status = 0 AND e.status = 0 AND ue.timestart <= ? AND (ue.timeend = 0 OR ue.timeend > ?) ";

    /** The id of the role that a stock Moodle's gradebook and completion reports look for. */
    static final long STUDENT = 5;

    /** The id of the role whose people a stock Moodle names as a course's contacts. */
    static final long EDITING_TEACHER = 3;

    private final JdbcClient jdbc;

    Enrolments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record CourseName(long id, String fullname, String shortname) {}

    /** Enrols, or overwrites the window and the suspension of an enrolment that is there. */
    void enrol(long instanceId, long userId, boolean suspended, long timestart, long timeend, long now) {
        int there = jdbc.sql("UPDATE mdl_user_enrolments SET status = ?, timestart = ?, timeend = ?"
                        + " WHERE enrolid = ? AND userid = ?")
                .params(suspended ? 1 : 0, timestart, timeend, instanceId, userId)
                .update();
        if (there == 0) {
            jdbc.sql("INSERT INTO mdl_user_enrolments (enrolid, userid, status, timestart, timeend, timecreated)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")
                    .params(instanceId, userId, suspended ? 1 : 0, timestart, timeend, now)
                    .update();
        }
    }

    /** Gives a role in a course, beside the ones already there. */
    void assign(long roleId, long courseId, long userId) {
        jdbc.sql("MERGE INTO mdl_role_assignments (roleid, courseid, userid)"
                        + " KEY (courseid, userid, roleid) VALUES (?, ?, ?)")
                .params(roleId, courseId, userId)
                .update();
    }

    /** When an enrolment counts and since when there is one, in Unix seconds; 0 for no limit. */
    record Window(long timestart, long timeend, long timecreated) {}

    /** The first of somebody's active enrolments in a course, of which there has to be one. */
    Window activeWindow(long courseId, long userId, long now) {
        return jdbc.sql("SELECT ue.timestart, ue.timeend, ue.timecreated FROM mdl_user_enrolments ue"
                        + " JOIN mdl_enrol e ON e.id = ue.enrolid WHERE e.courseid = ? AND ue.userid = ? AND" + ACTIVE
                        + "ORDER BY ue.id LIMIT 1")
                .params(courseId, userId, now, now)
                .query((row, number) -> new Window(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /**
     * Ends an enrolment; with the last one of a course its roles go.
     *
     * @return whether the last one ended
     */
    boolean unenrol(long instanceId, long courseId, long userId) {
        int ended = jdbc.sql("DELETE FROM mdl_user_enrolments WHERE enrolid = ? AND userid = ?")
                .params(instanceId, userId)
                .update();
        boolean last = ended > 0 && !isEnrolled(courseId, userId);
        if (last) {
            jdbc.sql("DELETE FROM mdl_role_assignments WHERE courseid = ? AND userid = ?")
                    .params(courseId, userId)
                    .update();
        }
        return last;
    }

    /** Whether there is an enrolment by whatever method, suspended or over ones too. */
    boolean isEnrolled(long courseId, long userId) {
        return jdbc.sql("SELECT COUNT(*) FROM mdl_user_enrolments ue JOIN mdl_enrol e ON e.id = ue.enrolid"
                                + " WHERE e.courseid = ? AND ue.userid = ?")
                        .params(courseId, userId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean isActive(long courseId, long userId, long now) {
        return jdbc.sql("SELECT COUNT(*) FROM mdl_user_enrolments ue JOIN mdl_enrol e ON e.id = ue.enrolid"
                                + " WHERE e.courseid = ? AND ue.userid = ? AND" + ACTIVE)
                        .params(courseId, userId, now, now)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether completion reports count somebody in: actively enrolled, as a student. */
    boolean isTracked(long courseId, long userId, long now) {
        return isActive(courseId, userId, now) && hasRole(courseId, userId, STUDENT);
    }

    boolean hasRole(long courseId, long userId, long roleId) {
        return jdbc.sql("SELECT COUNT(*) FROM mdl_role_assignments WHERE courseid = ? AND userid = ? AND roleid = ?")
                        .params(courseId, userId, roleId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean shareCourse(long userId, long otherId) {
        return jdbc.sql("SELECT COUNT(*) FROM mdl_user_enrolments a JOIN mdl_enrol ea ON ea.id = a.enrolid"
                                + " JOIN mdl_enrol eb ON eb.courseid = ea.courseid"
                                + " JOIN mdl_user_enrolments b ON b.enrolid = eb.id"
                                + " WHERE a.userid = ? AND b.userid = ?")
                        .params(userId, otherId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean hasRoleAnywhere(long userId, long roleId) {
        return jdbc.sql("SELECT COUNT(*) FROM mdl_role_assignments WHERE userid = ? AND roleid = ?")
                        .params(userId, roleId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean hasAnyRole(long userId) {
        return jdbc.sql("SELECT COUNT(*) FROM mdl_role_assignments WHERE userid = ?")
                        .param(userId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The visible courses in which accounts are active, as the site orders its courses. */
    Map<Long, List<CourseName>> activeCourses(Participants.Span span, long now) {
        Map<Long, List<CourseName>> courses = new HashMap<>();
        jdbc.sql("SELECT DISTINCT ue.userid, c.id, c.fullname, c.shortname, c.sortorder FROM mdl_user_enrolments ue"
                        + " JOIN mdl_enrol e ON e.id = ue.enrolid JOIN mdl_course c ON c.id = e.courseid"
                        + " WHERE c.visible = 1 AND ue.userid BETWEEN ? AND ? AND" + ACTIVE + "ORDER BY c.sortorder")
                .params(span.first(), span.last(), now, now)
                .query(row -> {
                    courses.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new CourseName(row.getLong(2), row.getString(3), row.getString(4)));
                });
        return courses;
    }

    /**
     * The courses in which somebody is enrolled, visible ones first, as the site orders its courses.
     *
     * @param active whether only active enrolments count; then a hidden course takes the role of a teacher there
     */
    List<Course> courses(long userId, boolean active, long now) {
        return jdbc.sql(Courses.SELECT + "WHERE c.id IN (SELECT e.courseid FROM mdl_enrol e"
                        + " JOIN mdl_user_enrolments ue ON ue.enrolid = e.id WHERE ue.userid = ? AND (? = 0 OR ("
                        + ACTIVE + "AND (c.visible = 1 OR EXISTS (SELECT 1 FROM mdl_role_assignments a"
                        + " WHERE a.courseid = c.id AND a.userid = ue.userid AND a.roleid < ?)))))"
                        + " ORDER BY c.visible DESC, c.sortorder, c.id")
                .params(userId, active ? 1 : 0, now, now, STUDENT)
                .query(Course::read)
                .list();
    }
}
