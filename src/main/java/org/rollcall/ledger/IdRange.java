package org.rollcall.ledger;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A range of ids in one of the ledger's tables, both ends included; empty where last is below first.
 */
public record IdRange(long first, long last) {

    static IdRange of(JdbcTemplate jdbc, String table, long runId) {
        return jdbc.query(
                        "SELECT COALESCE(MIN(id), 1), COALESCE(MAX(id), 0) FROM " + table + " WHERE run_id = ?",
                        (rs, n) -> new IdRange(rs.getLong(1), rs.getLong(2)),
                        runId)
                .get(0);
    }
}
