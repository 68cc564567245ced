package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Goes through what the rows of a run are known by, in the order of the file, a part of them at a time: so that a roster of
 * millions is never held whole.
 */
@Component
class RowKeys {

    private static final int ROWS_AT_A_TIME = 10_000;

    private final JdbcTemplate jdbc;
    private final StagedRows rows;

    RowKeys(JdbcTemplate jdbc, StagedRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Whether a column, {@code username_key} or {@code email_key}, has values that stand in more than one row. */
    RepeatedHashes repeated(long runId, String column) {
        RepeatedHashes repeated = new RepeatedHashes();
        forEach(runId, column, rs -> repeated.add(rs.getString(column)));
        return repeated;
    }

    /** Gives the rows whose value in a column stands in more than one of them, and perhaps a few others. */
    void forEachRepeated(long runId, String column, RowReading reading) {
        RepeatedHashes repeated = repeated(runId, column);
        if (repeated.any()) {
            forEach(runId, "row_no, username_key, email_key, person_hash", column, rs -> {
                if (repeated.contains(rs.getString(column))) {
                    reading.read(rs);
                }
            });
        }
    }

    private void forEach(long runId, String column, RowReading reading) {
        forEach(runId, column, column, reading);
    }

    private void forEach(long runId, String selected, String column, RowReading reading) {
        IdRange all = rows.ids(runId);
        String query = "SELECT %s FROM roster_row WHERE id BETWEEN ? AND ? AND %s IS NOT NULL ORDER BY id"
                .formatted(selected, column);
        for (IdRange part : all.parts(ROWS_AT_A_TIME)) {
            jdbc.query(query, reading::read, part.first(), part.last());
        }
    }

    /** Takes one row. */
    interface RowReading {
        void read(ResultSet rs) throws SQLException;
    }
}
