package org.rollcall.progress.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of the courses of reports. Unless a method says otherwise it works in the caller's transaction. */
@Repository
public class Courses {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate ownTransaction;

    Courses(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Adds courses, or what was not known of those that are there, in a transaction of its own: several threads may find
     * the same one.
     */
    public synchronized void add(long runId, Collection<ReportCourse> found) {
        ownTransaction.executeWithoutResult(status -> {
            Set<Long> known = new HashSet<>(
                    jdbc.queryForList("SELECT course_id FROM progress_course WHERE run_id = ?", Long.class, runId));
            for (ReportCourse course : found) {
                if (known.add(course.id())) {
                    insert(runId, course);
                } else {
                    tracks(runId, course.id(), course.tracks(), course.hasConditions());
                }
            }
        });
    }

    private void insert(long runId, ReportCourse course) {
        jdbc.update(
                """
                INSERT INTO progress_course (run_id, course_id, place, shortname, fullname, tracks, has_conditions, asked)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'OPEN')""",
                runId,
                course.id(),
                course.place(),
                course.shortname(),
                course.fullname(),
                course.tracks(),
                course.hasConditions());
    }

    /** The courses of a run, in their order. */
    public List<ReportCourse> of(long runId) {
        return jdbc.query(
                "SELECT * FROM progress_course WHERE run_id = ? ORDER BY place, LOWER(shortname)",
                (row, number) -> course(row),
                runId);
    }

    /** Those of them that have not been asked for what comes before or at this stage. */
    public List<ReportCourse> before(long runId, Stage stage) {
        return of(runId).stream()
                .filter(course -> stage(runId, course).compareTo(stage) < 0)
                .toList();
    }

    private Stage stage(long runId, ReportCourse course) {
        return Stage.valueOf(Objects.requireNonNull(jdbc.queryForObject(
                "SELECT asked FROM progress_course WHERE run_id = ? AND course_id = ?",
                String.class,
                runId,
                course.id())));
    }

    private static ReportCourse course(ResultSet row) throws SQLException {
        return new ReportCourse(
                row.getLong("course_id"),
                row.getInt("place"),
                row.getString("shortname"),
                row.getString("fullname"),
                row.getObject("tracks", Boolean.class),
                row.getObject("has_conditions", Boolean.class));
    }

    /** What was asked of a course as a whole, in this order. */
    public enum Stage {
        OPEN(""),
        ENROLMENTS("readEnrolments"),
        GRADES("readGrades"),
        OUTLINE("readOutlines");

        private final String step;

        Stage(String step) {
            this.step = step;
        }

        /** The stage that a step brings a course to. */
        public static Stage ofStep(String name) {
            return Arrays.stream(values())
                    .filter(stage -> stage.step.equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Notes how far a course as a whole has been read. */
    public void reached(long runId, ReportCourse course, Stage stage) {
        jdbc.update(
                "UPDATE progress_course SET asked = ? WHERE run_id = ? AND course_id = ?",
                stage.name(),
                runId,
                course.id());
    }

    /** Notes whether a course tracks completion and has conditions of its own, where that was not known. */
    public void tracks(long runId, long courseId, @Nullable Boolean tracks, @Nullable Boolean hasConditions) {
        jdbc.update("""
                UPDATE progress_course SET tracks = COALESCE(tracks, ?), has_conditions = COALESCE(has_conditions, ?)
                WHERE run_id = ? AND course_id = ?""", tracks, hasConditions, runId, courseId);
    }
}
