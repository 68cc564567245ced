package org.rollcall.ledger;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A range of ids in one of the ledger's tables, both ends included; empty where last is below first.
 */
public record IdRange(long first, long last) {

    /** This range cut into ranges of so many ids, in order. */
    List<IdRange> parts(int size) {
        List<IdRange> parts = new ArrayList<>();
        for (long from = first; from <= last; from += size) {
            parts.add(new IdRange(from, Math.min(from + size - 1, last)));
        }
        return parts;
    }

    /** From the first to the last key within a range that a table has. */
    static IdRange of(JdbcTemplate jdbc, String table, IdRange within) {
        return jdbc.query(
                        "SELECT (SELECT id FROM %1$s WHERE id BETWEEN ? AND ? ORDER BY id FETCH FIRST 1 ROW ONLY),"
                                        .formatted(table)
                                + " (SELECT id FROM %1$s WHERE id BETWEEN ? AND ? ORDER BY id DESC FETCH FIRST 1 ROW ONLY)"
                                        .formatted(table),
                        (rs, n) ->
                                rs.getObject(1) == null ? new IdRange(1, 0) : new IdRange(rs.getLong(1), rs.getLong(2)),
                        within.first(),
                        within.last(),
                        within.first(),
                        within.last())
                .get(0);
    }
}
