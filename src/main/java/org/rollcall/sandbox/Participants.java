package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of a course, read many at a time. */
final class Participants {
    private final JdbcClient jdbc;

    Participants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Role(long id, String shortname) {}

    /** Which of a course's people are wanted. */
    enum Wanted {
        ALL(""),
        ACTIVE_ONLY(" AND EXISTS "),
        SUSPENDED_ONLY(" AND NOT EXISTS "),

        /** Both at a time, which is refused. */
        ACTIVE_AND_SUSPENDED("");

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
                    + " WHERE e.courseid = ? AND ue.userid = u.id AND" + Enrolments.ACTIVE + ")";
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

    /** The people whom the site names as contacts of a course: its editing teachers. */
    List<Account> contacts(long courseId, long now) {
        return jdbc.sql("SELECT DISTINCT u.* FROM mdl_user u JOIN mdl_role_assignments a ON a.userid = u.id"
                        + " JOIN mdl_user_enrolments ue ON ue.userid = u.id JOIN mdl_enrol e ON e.id = ue.enrolid"
                        + " WHERE u.deleted = 0 AND a.courseid = ? AND a.roleid = ? AND e.courseid = a.courseid AND"
                        + Enrolments.ACTIVE + "ORDER BY u.name_key")
                .params(courseId, Enrolments.EDITING_TEACHER, now, now)
                .query(Account::read)
                .list();
    }

    /** The students whom the gradebook lists, actively enrolled ones; of a group, or (0) of the course. */
    List<Account> students(long courseId, long groupId, long now) {
        return jdbc.sql("SELECT DISTINCT u.* FROM mdl_user u JOIN mdl_role_assignments a ON a.userid = u.id"
                        + " JOIN mdl_user_enrolments ue ON ue.userid = u.id JOIN mdl_enrol e ON e.id = ue.enrolid"
                        + " WHERE u.deleted = 0 AND a.courseid = ? AND a.roleid = ? AND e.courseid = a.courseid AND"
                        + Enrolments.ACTIVE
                        + "AND (? = 0 OR u.id IN (SELECT userid FROM mdl_groups_members WHERE groupid = ?))"
                        + " ORDER BY u.name_key, u.id")
                .params(courseId, Enrolments.STUDENT, now, now, groupId, groupId)
                .query(Account::read)
                .list();
    }

    /** How many people are enrolled in a course, suspended ones too. */
    long count(long courseId) {
        return jdbc.sql("SELECT COUNT(DISTINCT u.id) FROM mdl_user_enrolments ue JOIN mdl_enrol e ON e.id = ue.enrolid"
                        + " JOIN mdl_user u ON u.id = ue.userid WHERE e.courseid = ? AND u.deleted = 0")
                .param(courseId)
                .query(Long.class)
                .single();
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
