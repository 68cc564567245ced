package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of problems. Every method works in the caller's transaction. */
@Repository
public class Problems {

    private static final String INSERT = """
            INSERT INTO problem (run_id, row_no, membership_id, column_name, cell_value, code, message, severity)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    Problems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds problems of whole rows or of the header. */
    public void add(long runId, Collection<Problem> problems) {
        jdbc.batchUpdate(
                INSERT,
                problems.stream().map(problem -> values(runId, problem, null)).toList());
    }

    /** Adds a problem of one membership, once: the rest of its row is not touched by it. */
    public void add(long runId, Problem problem, long membershipId) {
        jdbc.update(
                "DELETE FROM problem WHERE run_id = ? AND row_no = ? AND membership_id = ? AND code = ?",
                runId,
                problem.row(),
                membershipId,
                problem.code());
        jdbc.update(INSERT, values(runId, problem, membershipId));
    }

    private static @Nullable Object[] values(long runId, Problem problem, @Nullable Long membershipId) {
        return new @Nullable Object[] {
            runId,
            problem.row(),
            membershipId,
            problem.column(),
            problem.value(),
            problem.code(),
            problem.message(),
            problem.severity().name()
        };
    }

    /** All problems of one row, in the order in which they were found. */
    public List<Problem> ofRow(long runId, int row) {
        return jdbc.query(
                "SELECT * FROM problem WHERE run_id = ? AND row_no = ? ORDER BY id",
                (rs, n) -> problem(rs),
                runId,
                row);
    }

    /** All problems of the rows from one to another, those of each in the order in which they were found. */
    List<Problem> ofRows(long runId, int first, int last) {
        return jdbc.query(
                "SELECT * FROM problem WHERE run_id = ? AND row_no BETWEEN ? AND ? ORDER BY row_no, id",
                (rs, n) -> problem(rs),
                runId,
                first,
                last);
    }

    /** Gives all problems of a run, one by one, in the order of the file. */
    public void forEach(long runId, Consumer<Problem> consumer) {
        jdbc.query(
                "SELECT * FROM problem WHERE run_id = ? ORDER BY row_no, id",
                rs -> {
                    consumer.accept(problem(rs));
                },
                runId);
    }

    static Problem problem(ResultSet rs) throws SQLException {
        return new Problem(
                rs.getInt("row_no"),
                rs.getString("column_name"),
                rs.getString("cell_value"),
                rs.getString("code"),
                rs.getString("message"),
                Severity.valueOf(rs.getString("severity")));
    }

    /** How many rows of a run have an error, and so come back wholly or in part. */
    public long rowsWithErrors(long runId) {
        return jdbc.queryForList(
                        "SELECT COUNT(DISTINCT row_no) FROM problem WHERE run_id = ? AND severity = 'ERROR'",
                        Long.class,
                        runId)
                .get(0);
    }

    /** How often each code occurs in a run. */
    public List<ProblemCount> counts(long runId) {
        return jdbc.query(
                """
                SELECT code, severity, COUNT(*) FROM problem WHERE run_id = ?
                GROUP BY code, severity ORDER BY severity, COUNT(*) DESC, code""",
                (rs, n) -> new ProblemCount(rs.getString(1), Severity.valueOf(rs.getString(2)), rs.getLong(3)),
                runId);
    }
}
