package org.rollcall.progress.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.IdRange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of how people stand in courses. All works in the caller's transaction. */
@Repository
public class Standings {

    private static final String COLUMNS = "person_id, course_id, enrolment, roles, last_access, access_told, tracked,"
            + " completed, completed_at, progress, activities, grades";

    private final JdbcTemplate jdbc;

    Standings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes standings, over those that are there. */
    public void put(Collection<Standing> standings) {
        jdbc.batchUpdate(
                "MERGE INTO progress_standing (" + COLUMNS
                        + ") KEY (person_id, course_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                standings.stream().map(Standings::values).toList());
    }

    private static @Nullable Object[] values(Standing standing) {
        return new @Nullable Object[] {
            standing.personId(),
            standing.courseId(),
            standing.enrolment().name(),
            standing.roles(),
            StoredTime.of(standing.lastAccess()),
            standing.tellsAccess(),
            standing.tracked(),
            standing.completed(),
            StoredTime.of(standing.completedAt()),
            standing.progress(),
            standing.activities().name(),
            standing.grades().name()
        };
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String roles = row.getString("roles");
        return new Standing(
                row.getLong("person_id"),
                row.getLong("course_id"),
                EnrolmentState.valueOf(row.getString("enrolment")),
                roles == null ? "" : roles,
                StoredTime.read(row, "last_access"),
                row.getBoolean("access_told"),
                row.getObject("tracked", Boolean.class),
                row.getObject("completed", Boolean.class),
                StoredTime.read(row, "completed_at"),
                row.getObject("progress", Double.class),
                Reading.valueOf(row.getString("activities")),
                Reading.valueOf(row.getString("grades")));
    }

    /** All standings in a course, by the ledger's keys of the people. */
    public Map<Long, Standing> inCourse(long runId, long courseId) {
        IdRange people = Reports.people(runId);
        Map<Long, Standing> byPerson = new HashMap<>();
        jdbc.query(
                "SELECT * FROM progress_standing WHERE person_id BETWEEN ? AND ? AND course_id = ?",
                row -> {
                    byPerson.put(row.getLong("person_id"), standing(row));
                },
                people.first(),
                people.last(),
                courseId);
        return byPerson;
    }

    /** The standings of people, by the ledger's keys of them. */
    public Map<Long, List<Standing>> of(List<Long> personIds) {
        Map<Long, List<Standing>> byPerson = new HashMap<>();
        jdbc.query(
                "SELECT * FROM progress_standing WHERE person_id = ANY(?)",
                row -> {
                    byPerson.computeIfAbsent(row.getLong("person_id"), same -> new ArrayList<>())
                            .add(standing(row));
                },
                (Object) personIds.toArray(Long[]::new));
        return byPerson;
    }

    /** Notes whether the grades of people in a course were read. */
    public void grades(long courseId, Collection<Long> personIds, Reading reading) {
        jdbc.batchUpdate(
                "UPDATE progress_standing SET grades = ? WHERE person_id = ? AND course_id = ?",
                personIds.stream()
                        .map(person -> new Object[] {reading.name(), person, courseId})
                        .toList());
    }

    /** Notes when, and whether, somebody completed a course. */
    public void completed(Standing standing, @Nullable Boolean completed, @Nullable Instant at) {
        jdbc.update(
                "UPDATE progress_standing SET completed = ?, completed_at = ? WHERE person_id = ? AND course_id = ?",
                completed,
                StoredTime.of(at),
                standing.personId(),
                standing.courseId());
    }

    /** Notes whether it was read what somebody did in a course, and whether they are tracked there. */
    public void activities(Standing standing, Reading reading, @Nullable Boolean tracked) {
        jdbc.update("""
                UPDATE progress_standing SET activities = ?, tracked = COALESCE(?, tracked)
                WHERE person_id = ? AND course_id = ?""", reading.name(), tracked, standing.personId(), standing.courseId());
    }
}
