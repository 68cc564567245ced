package org.rollcall.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What Spring Batch's own tables tell of a run that is not at work, found by the parameter that names it. */
@Component
public class RunAttempts {

    private static final String EXECUTIONS = "(SELECT p.JOB_EXECUTION_ID FROM BATCH_JOB_EXECUTION_PARAMS p"
            + " WHERE p.PARAMETER_NAME = 'run' AND p.PARAMETER_VALUE = ?)";

    private final JdbcTemplate jdbc;

    RunAttempts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An attempt at a run that is over.
     *
     * @param began when it went to work
     * @param lastSeen when it last kept how far it was
     */
    public record Past(Instant began, Instant lastSeen) {}

    /** The last attempt at a run; nothing where it died before it went to work. */
    public Optional<Past> last(long runId) {
        return jdbc
                .query(
                        """
                        SELECT COALESCE(e.START_TIME, e.CREATE_TIME) AS BEGAN, COALESCE(e.END_TIME,
                            (SELECT MAX(s.LAST_UPDATED) FROM BATCH_STEP_EXECUTION s
                             WHERE s.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID), e.LAST_UPDATED, e.CREATE_TIME) AS LAST_SEEN
                        FROM BATCH_JOB_EXECUTION e WHERE e.JOB_EXECUTION_ID IN %s
                        ORDER BY e.JOB_EXECUTION_ID DESC FETCH FIRST 1 ROW ONLY""".formatted(EXECUTIONS),
                        (rs, n) -> new Past(instant(rs, "BEGAN"), instant(rs, "LAST_SEEN")),
                        Long.toString(runId))
                .stream()
                .findFirst();
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return Objects.requireNonNull(rs.getObject(column, LocalDateTime.class))
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }

    /** Forgets all attempts at a run that will not be taken up again: they name its file, and may quote it. */
    @Transactional
    public void forget(long runId) {
        List<Long> executions = jdbc.queryForList(
                "SELECT JOB_EXECUTION_ID FROM BATCH_JOB_EXECUTION WHERE JOB_EXECUTION_ID IN " + EXECUTIONS,
                Long.class,
                Long.toString(runId));
        if (executions.isEmpty()) {
            return;
        }
        String ids = executions.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        List<Long> instances = jdbc.queryForList(
                "SELECT DISTINCT JOB_INSTANCE_ID FROM BATCH_JOB_EXECUTION WHERE JOB_EXECUTION_ID IN " + ids,
                Long.class);
        jdbc.update("DELETE FROM BATCH_STEP_EXECUTION_CONTEXT WHERE STEP_EXECUTION_ID IN"
                + " (SELECT STEP_EXECUTION_ID FROM BATCH_STEP_EXECUTION WHERE JOB_EXECUTION_ID IN " + ids + ")");
        jdbc.update("DELETE FROM BATCH_STEP_EXECUTION WHERE JOB_EXECUTION_ID IN " + ids);
        jdbc.update("DELETE FROM BATCH_JOB_EXECUTION_CONTEXT WHERE JOB_EXECUTION_ID IN " + ids);
        jdbc.update("DELETE FROM BATCH_JOB_EXECUTION_PARAMS WHERE JOB_EXECUTION_ID IN " + ids);
        jdbc.update("DELETE FROM BATCH_JOB_EXECUTION WHERE JOB_EXECUTION_ID IN " + ids);
        instances.forEach(
                instance -> jdbc.update("DELETE FROM BATCH_JOB_INSTANCE WHERE JOB_INSTANCE_ID = ?", instance));
    }
}
