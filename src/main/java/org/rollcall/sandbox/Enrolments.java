package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is enrolled where, in which role and for which time. */
final class Enrolments {
    /** An enrolment that counts now: not suspended, by an enabled method, within its time. Takes the time twice. */
    private static final String ACTIVE =
            " ue.status = 0 AND e.status = 0 AND ue.timestart <= ? AND (ue.timeend = 0 OR ue.timeend > ?) ";

    private final JdbcClient jdbc;

    Enrolments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Role(long id, String shortname) {}

    record CourseName(long id, String fullname, String shortname) {}

    /** Enrols, or overwrites the window and the suspension of an enrolment that is there. */
    void enrol(long instanceId, long userId, boolean suspended, long timestart, long timeend) {
        jdbc.sql("MERGE INTO mdl_user_enrolments (enrolid, userid, status, timestart, timeend)"
                        + " KEY (enrolid, userid) VALUES (?, ?, ?, ?, ?)")
                .params(instanceId, userId, suspended ? 1 : 0, timestart, timeend)
                .update();
    }

    /** Gives a role in a course, beside the ones already there. */
    void assign(long roleId, long courseId, long userId) {
        jdbc.sql("MERGE INTO mdl_role_assignments (roleid, courseid, userid)"
                        + " KEY (courseid, userid, roleid) VALUES (?, ?, ?)")
                .params(roleId, courseId, userId)
                .update();
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

    boolean hasAnyRole(long userId) {
        return jdbc.sql("SELECT COUNT(*) FROM mdl_role_assignments WHERE userid = ?")
                        .param(userId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Which of a course's people are wanted. */
    enum Wanted {
        ALL(""),
        ACTIVE_ONLY(" AND EXISTS "),
        SUSPENDED_ONLY(" AND NOT EXISTS ");

        private final String condition;

        Wanted(String condition) {
            this.condition = condition;
        }
    }

    /** The people of a course whom the options ask for, in their order; a limit of 0 means all. */
    List<Account> people(long courseId, EnrolledOptions options, long now) {
        List<Object> parameters = new ArrayList<>(List.of(courseId));
        String active = "";
        if (options.wanted() != Wanted.ALL) {
            active = options.wanted().condition
                    + "(SELECT 1 FROM mdl_user_enrolments ue JOIN mdl_enrol e ON e.id = ue.enrolid"
                    + " WHERE e.courseid = ? AND ue.userid = u.id AND" + ACTIVE + ")";
            parameters.addAll(List.of(courseId, now, now));
        }
        String enrolled = courseId == Course.SITE
                ? "? > 0 AND u.username <> 'guest'"
                : "u.id IN (SELECT m.userid FROM mdl_user_enrolments m JOIN mdl_enrol i ON i.id = m.enrolid"
                        + " WHERE i.courseid = ?)";
        String group = "";
        if (options.groupId() != 0) {
            group = " AND u.id IN (SELECT userid FROM mdl_groups_members WHERE groupid = ?)";
            parameters.add(options.groupId());
        }
        String page = options.limit() > 0 ? " FETCH NEXT " + options.limit() + " ROWS ONLY" : "";
        return jdbc.sql("SELECT u.* FROM mdl_user u WHERE u.deleted = 0 AND " + enrolled + active + group
                        + " ORDER BY u." + options.order() + " OFFSET " + options.from() + " ROWS" + page)
                .params(parameters)
                .query(Account::read)
                .list();
    }

    /** The ids between which to look, so that a page of a large course costs no more than a page. */
    record Span(long first, long last) {
        static final Span ALL = new Span(0, Long.MAX_VALUE);

        static Span of(List<Account> people) {
            return new Span(
                    people.stream().mapToLong(Account::id).min().orElse(0),
                    people.stream().mapToLong(Account::id).max().orElse(0));
        }
    }

    /** The roles given in a course, by account. */
    Map<Long, List<Role>> roles(long courseId, Span span) {
        Map<Long, List<Role>> roles = new HashMap<>();
        jdbc.sql("SELECT a.userid, r.id, r.shortname FROM mdl_role_assignments a JOIN mdl_role r ON r.id = a.roleid"
                        + " WHERE a.courseid = ? AND a.userid BETWEEN ? AND ? ORDER BY r.id")
                .params(courseId, span.first(), span.last())
                .query(row -> {
                    roles.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new Role(row.getLong(2), row.getString(3)));
                });
        return roles;
    }

    /** The visible courses in which accounts are active, as the site orders its courses. */
    Map<Long, List<CourseName>> activeCourses(Span span, long now) {
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

    /** The people whom the site names as contacts of a course: its editing teachers. */
    List<Account> contacts(long courseId, long now) {
        return jdbc.sql("SELECT DISTINCT u.* FROM mdl_user u JOIN mdl_role_assignments a ON a.userid = u.id"
                        + " JOIN mdl_user_enrolments ue ON ue.userid = u.id JOIN mdl_enrol e ON e.id = ue.enrolid"
                        + " WHERE u.deleted = 0 AND a.courseid = ? AND a.roleid = 3 AND e.courseid = a.courseid AND"
                        + ACTIVE + "ORDER BY u.name_key")
                .params(courseId, now, now)
                .query(Account::read)
                .list();
    }

    List<SandboxEnrolment> all(long courseId) {
        Map<Long, List<Role>> roles = roles(courseId, Span.ALL);
        return jdbc.sql("SELECT u.id, u.username, ue.timestart, ue.timeend, ue.status FROM mdl_user_enrolments ue"
                        + " JOIN mdl_enrol e ON e.id = ue.enrolid JOIN mdl_user u ON u.id = ue.userid"
                        + " WHERE e.courseid = ? ORDER BY ue.id")
                .param(courseId)
                .query((row, number) -> new SandboxEnrolment(
                        row.getString(2),
                        roles.getOrDefault(row.getLong(1), List.of()).stream()
                                .map(Role::shortname)
                                .toList(),
                        row.getLong(3),
                        row.getLong(4),
                        row.getInt(5) != 0))
                .list();
    }
}
