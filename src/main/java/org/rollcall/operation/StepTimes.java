package org.rollcall.operation;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the steps of a run took, out of the job state. */
@Component
public class StepTimes {

    private final JdbcClient jdbc;

    StepTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One step.
     *
     * @param name its name in the job
     * @param attempts how many attempts at the run came to it
     * @param items how many items went through it; 0 for a step that knows none
     * @param seconds how long it took in all of them
     */
    public record StepTime(String name, int attempts, long items, double seconds) {
        StepTime plus(StepTime other) {
            return new StepTime(name, attempts + other.attempts, items + other.items, seconds + other.seconds);
        }
    }

    /** The steps of a run, over all its attempts, in the order in which they were first begun; one that is under way is left out. */
    public List<StepTime> of(long runId) {
        Map<String, StepTime> times = new LinkedHashMap<>();
        // A partition has a colon in its name; its time is within that of its step.
        jdbc.sql("""
                        SELECT s.step_name, s.start_time, s.end_time, s.write_count FROM batch_step_execution s
                        JOIN batch_job_execution_params p ON p.job_execution_id = s.job_execution_id
                        WHERE p.parameter_name = 'run' AND p.parameter_value = ? AND s.step_name NOT LIKE '%:%'
                        AND s.start_time IS NOT NULL AND s.end_time IS NOT NULL ORDER BY s.step_execution_id""")
                .param(Long.toString(runId))
                .query((rs, n) -> new StepTime(
                        rs.getString(1),
                        1,
                        rs.getLong(4),
                        seconds(rs.getObject(2, LocalDateTime.class), rs.getObject(3, LocalDateTime.class))))
                .list()
                .forEach(time -> times.merge(time.name(), time, StepTime::plus));
        return new ArrayList<>(times.values());
    }

    private static double seconds(LocalDateTime began, LocalDateTime ended) {
        return Duration.between(began, ended).toMillis() / 1000.0;
    }
}
