package org.rollcall.ledger;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How far the rows of a run have come, each taken together with all that it asks for. Works in the caller's transaction. */
@Repository
public class RowOutcomes {

    private static final String HAS_SOMETHING_TO_DO = "(r.state IN ('STAGED', 'FAULTY', 'TO_CREATE', 'SENDING')"
            + " OR r.id IN (SELECT m.row_id FROM membership m WHERE m.id BETWEEN ? AND ?"
            + " AND m.state IN ('PENDING', 'SENDING') AND " + Memberships.OF_ROWS_NOT_REJECTED + ")"
            + " OR r.id IN (SELECT m.row_id FROM membership m WHERE m.id BETWEEN ? AND ? AND " + AskedGroups.OPEN
            + " AND m.wish_id IN (SELECT w.wish_id FROM wish w WHERE w.wish_id BETWEEN ? AND ?"
            + " AND w.group_name IS NOT NULL))"
            + " OR r.id IN (SELECT c.row_id FROM account_change c WHERE c.row_id BETWEEN ? AND ?"
            + " AND c.state IN ('PENDING', 'SENDING')))";

    private static final String WAS_CHANGED =
            "r.row_no IN (SELECT e.row_no FROM effect e WHERE e.run_id = ? AND e.row_no IS NOT NULL"
                    + " AND (e.account_id IS NOT NULL OR e.target_id IS NOT NULL))";

    private final JdbcTemplate jdbc;

    RowOutcomes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Rows that do not come back.
     *
     * @param open those for which something is still to be done
     * @param unchanged those with which the site agreed already, so that nothing was sent for them
     */
    public record Counts(long open, long unchanged) {}

    /** Counts those rows of a run that do not come back. */
    public Counts counts(long runId) {
        IdRange rows = StagedRows.idsOf(runId);
        IdRange wishes = Memberships.idsOf(runId);
        Object[] parameters = keys(runId, wishes, wishes, rows, rows, rows, wishes, rows);
        return jdbc.query(
                        "SELECT SUM(CASE WHEN is_open THEN 1 ELSE 0 END),"
                                + " SUM(CASE WHEN is_open OR was_changed THEN 0 ELSE 1 END) FROM (SELECT "
                                + HAS_SOMETHING_TO_DO + " AS is_open, (r.state = 'CREATED' OR " + WAS_CHANGED
                                + ") AS was_changed FROM roster_row r WHERE r.id BETWEEN ? AND ?"
                                + " AND r.state <> 'REJECTED' AND NOT " + Rejects.REJECTED_IN_PART + ")",
                        (rs, n) -> new Counts(rs.getLong(1), rs.getLong(2)),
                        parameters)
                .get(0);
    }

    /** The parameters in the order of the statement: its run stands behind the first four ranges. */
    private static Object[] keys(long runId, IdRange... ranges) {
        return Stream.concat(Stream.concat(ends(ranges, 0, 4), Stream.of(runId)), ends(ranges, 4, ranges.length))
                .toArray();
    }

    private static Stream<Object> ends(IdRange[] ranges, int from, int to) {
        return Arrays.stream(ranges, from, to).flatMap(range -> Stream.of(range.first(), range.last()));
    }
}
