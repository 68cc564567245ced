package org.rollcall.ledger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds out which row stands for which others, the first of each username that is in order, and marks those others.
 */
@Component
class MergedRows {

    private static final int ROWS_AT_A_TIME = 1000;

    private final JdbcTemplate jdbc;
    private final RowKeys keys;

    MergedRows(JdbcTemplate jdbc, RowKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
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
        Map<String, First> firsts = new HashMap<>();
        List<Object[]> marks = new ArrayList<>();
        boolean[] any = new boolean[1];
        keys.forEachRepeated(runId, "username_key", rs -> {
            int row = rs.getInt("row_no");
            long hash = rs.getLong("person_hash");
            boolean inOrder = !rs.wasNull() && !faulty.get(row);
            First first = firsts.get(rs.getString("username_key"));
            if (first != null) {
                boolean agrees = inOrder && PersonHash.saysNothingNew(hash, first.hash());
                marks.add(new Object[] {StagedRows.id(runId, first.row()), agrees, StagedRows.id(runId, row)});
                any[0] = true;
            } else if (inOrder) {
                firsts.put(rs.getString("username_key"), new First(row, hash));
            }
            if (marks.size() == ROWS_AT_A_TIME) {
                write(marks);
            }
        });
        write(marks);
        return any[0];
    }

    private record First(int row, long hash) {}

    private void write(List<Object[]> marks) {
        jdbc.batchUpdate(
                "UPDATE roster_row SET person_row_id = ?, state = CASE WHEN ? THEN 'MERGED' ELSE state END WHERE id = ?",
                marks);
        marks.clear();
    }
}
