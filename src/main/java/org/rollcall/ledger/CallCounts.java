package org.rollcall.ledger;

import java.util.Map;
import java.util.TreeMap;
import org.rollcall.moodle.CallCount;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of web-service calls that each run sent, over all its attempts. */
@Repository
public class CallCounts {

    private final JdbcTemplate jdbc;

    CallCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the calls of one stretch of a run to what is there, in a transaction of its own. */
    @Transactional
    public void add(long runId, Map<String, CallCount> calls) {
        calls.forEach((function, entry) -> {
            Object[] figures = {entry.calls(), entry.items(), entry.failures(), entry.nanoseconds(), runId, function};
            int there = jdbc.update("""
                    UPDATE call_count SET calls = calls + ?, items = items + ?, failures = failures + ?, nanos = nanos + ?
                    WHERE run_id = ? AND function = ?""", figures);
            if (there == 0) {
                jdbc.update("""
                        INSERT INTO call_count (calls, items, failures, nanos, run_id, function)
                        VALUES (?, ?, ?, ?, ?, ?)""", figures);
            }
        });
    }

    /** Calls of a run, by function, the functions in alphabetical order. */
    public Map<String, Long> ofRun(long runId) {
        Map<String, Long> calls = new TreeMap<>();
        jdbc.query(
                "SELECT function, calls FROM call_count WHERE run_id = ?",
                rs -> {
                    calls.put(rs.getString(1), rs.getLong(2));
                },
                runId);
        return calls;
    }

    /** The same with all that is known of them. */
    public Map<String, CallCount> detailsOfRun(long runId) {
        Map<String, CallCount> calls = new TreeMap<>();
        jdbc.query(
                "SELECT function, calls, items, failures, nanos FROM call_count WHERE run_id = ?",
                rs -> {
                    calls.put(
                            rs.getString(1), new CallCount(rs.getLong(2), rs.getLong(3), rs.getLong(4), rs.getLong(5)));
                },
                runId);
        return calls;
    }
}
