package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * Finds out which row stands for which others, the first of each username that is in order, and marks those others. It goes
 * once along an index, and then through the rows in their order.
 */
@Component
class MergedRows {

    private static final int ROWS_AT_A_TIME = 1000;

    private final JdbcTemplate jdbc;

    MergedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this has been done for a run before. */
    boolean areMarked(long runId) {
        IdRange rows = StagedRows.idsOf(runId);
        return !jdbc.queryForList(
                        "SELECT 1 FROM roster_row WHERE id BETWEEN ? AND ? AND person_row_id IS NOT NULL"
                                + " FETCH FIRST 1 ROW ONLY",
                        Integer.class,
                        rows.first(),
                        rows.last())
                .isEmpty();
    }

    /**
     * Tells each row which one before it stands for its person, and marks those as merged that are known to say the same.
     *
     * @param faulty rows that are faulty beyond those that were staged so
     * @return whether there are any
     */
    boolean mark(long runId, BitSet faulty) {
        StandIns standIns = new StandIns();
        jdbc.query(
                "SELECT username_key, row_no, person_hash FROM roster_row WHERE run_id = ? AND username_key IS NOT NULL"
                        + " ORDER BY run_id, username_key, row_no",
                pass(standIns, faulty),
                runId);
        List<Object[]> rows = new ArrayList<>();
        standIns.forEach((row, first, agrees) -> {
            rows.add(new Object[] {StagedRows.id(runId, first), agrees, StagedRows.id(runId, row)});
            if (rows.size() == ROWS_AT_A_TIME) {
                write(rows);
            }
        });
        write(rows);
        return !standIns.isEmpty();
    }

    private void write(List<Object[]> rows) {
        jdbc.batchUpdate(
                "UPDATE roster_row SET person_row_id = ?, state = CASE WHEN ? THEN 'MERGED' ELSE state END WHERE id = ?",
                rows);
        rows.clear();
    }

    private static RowCallbackHandler pass(StandIns standIns, BitSet faulty) {
        return new RowCallbackHandler() {
            private @Nullable String username;
            private int first;
            private long firstHash;

            @Override
            public void processRow(ResultSet rs) throws SQLException {
                String next = rs.getString(1);
                int row = rs.getInt(2);
                long hash = rs.getLong(3);
                boolean inOrder = !rs.wasNull() && !faulty.get(row);
                if (!next.equals(username)) {
                    username = next;
                    first = 0;
                }
                if (first != 0) {
                    standIns.add(row, first, inOrder && PersonHash.saysNothingNew(hash, firstHash));
                } else if (inOrder) {
                    first = row;
                    firstHash = hash;
                }
            }
        };
    }
}
