package org.rollcall.ledger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rows of a roster that speak of a person who stands in an earlier row: found over the whole file at once, and either
 * rejected, or merged into the first of them that is in order. That row then stands for the person; it alone is looked
 * for on the site and has the account, and the others are asked for their memberships only.
 */
@Repository
public class Repeats {

    private final JdbcTemplate jdbc;
    private final RepeatedValues values;
    private final MergedRows rows;
    private final MergedContents contents;
    private final RepeatedMemberships memberships;
    private final Problems problems;

    Repeats(
            JdbcTemplate jdbc,
            RepeatedValues values,
            MergedRows rows,
            MergedContents contents,
            RepeatedMemberships memberships,
            Problems problems) {
        this.jdbc = jdbc;
        this.values = values;
        this.rows = rows;
        this.contents = contents;
        this.memberships = memberships;
        this.problems = problems;
    }

    /**
     * Finds the rows that repeat an earlier row's username or email, gives each the problem that names the earlier row,
     * and marks it faulty. The first row keeps the value, faulty or not. May be repeated.
     */
    @Transactional
    public void reject(long runId) {
        values.reject(runId, "username", false);
        values.reject(runId, "email", false);
    }

    /**
     * Merges the rows of each username into the first one that is in order, as long as they do not contradict what is
     * known of the person; one that does is marked faulty. An email that an earlier row gives another username is
     * rejected as ever. May be repeated: a run that has been merged is left as it is.
     *
     * @param defaultRole the role of an enrolment for which the roster names none
     */
    @Transactional
    public void merge(long runId, String defaultRole) {
        if (rows.areMarked(runId)) {
            return;
        }
        BitSet withTakenEmail = values.reject(runId, "email", true);
        if (rows.mark(runId, withTakenEmail)) {
            contents.compare(runId);
            memberships.handOver(runId, defaultRole);
        }
    }

    /**
     * Rejects each row that leads to the same account on the site as an earlier one, though by another username: both
     * would change it, or one would delete it under the other's hands. To be called when all rows were looked up; may be
     * repeated.
     */
    @Transactional
    public void rejectSharedAccounts(long runId) {
        IdRange ids = StagedRows.idsOf(runId);
        Map<Long, Integer> firstRows = new HashMap<>();
        jdbc.query(
                """
                SELECT account_id, MIN(row_no) FROM roster_row
                WHERE id BETWEEN ? AND ? AND state = 'MATCHED' GROUP BY account_id HAVING COUNT(*) > 1""",
                rs -> {
                    firstRows.put(rs.getLong(1), rs.getInt(2));
                },
                ids.first(),
                ids.last());
        if (firstRows.isEmpty()) {
            return;
        }
        List<Shared> shared = new ArrayList<>();
        jdbc.query(
                """
                SELECT id, row_no, username_key, account_id FROM roster_row
                WHERE id BETWEEN ? AND ? AND state = 'MATCHED' ORDER BY id""",
                rs -> {
                    Integer first = firstRows.get(rs.getLong("account_id"));
                    if (first != null && first != rs.getInt("row_no")) {
                        shared.add(new Shared(rs.getLong("id"), rs.getString("username_key"), first));
                    }
                },
                ids.first(),
                ids.last());
        problems.add(runId, shared.stream().map(Shared::problem).toList());
        jdbc.batchUpdate(
                "UPDATE roster_row SET state = 'REJECTED' WHERE id = ?",
                shared.stream().map(row -> new Object[] {row.id()}).toList());
    }

    private record Shared(long id, String username, int firstRow) {
        Problem problem() {
            return new Problem(
                    StagedRows.row(id),
                    "username",
                    username,
                    "account.repeated",
                    "This row and row %d lead to the same account on the site; leave one of them out, or mend what tells whose account it is."
                            .formatted(firstRow),
                    Severity.ERROR);
        }
    }

    /**
     * Gives what was merged the verdict of what it was merged into: rows whose person could not be done, and memberships
     * that an earlier row of the person asks for, too. To be called when all verdicts are there; may be repeated.
     */
    @Transactional
    public void settle(long runId) {
        IdRange ids = StagedRows.idsOf(runId);
        jdbc.update("""
                INSERT INTO problem (run_id, row_no, column_name, cell_value, code, message, severity)
                SELECT r.run_id, r.row_no, 'username', r.username_key, 'person.rejected',
                       'Row ' || p.row_no || ' stands for ' || r.username_key
                       || ' and could not be done, so this row could not either; mend row ' || p.row_no || '.', 'ERROR'
                FROM roster_row r JOIN roster_row p ON p.id = r.person_row_id
                WHERE r.id BETWEEN ? AND ? AND r.state = 'MERGED' AND p.state = 'REJECTED'""", ids.first(), ids.last());
        jdbc.update("""
                UPDATE roster_row r SET state = 'REJECTED' WHERE r.id BETWEEN ? AND ? AND r.state = 'MERGED'
                AND (SELECT p.state FROM roster_row p WHERE p.id = r.person_row_id) = 'REJECTED'""", ids.first(), ids.last());
        memberships.settle(runId);
    }
}
