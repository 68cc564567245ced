package org.rollcall.ledger;

import java.util.BitSet;
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

    Repeats(
            JdbcTemplate jdbc,
            RepeatedValues values,
            MergedRows rows,
            MergedContents contents,
            RepeatedMemberships memberships) {
        this.jdbc = jdbc;
        this.values = values;
        this.rows = rows;
        this.contents = contents;
        this.memberships = memberships;
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
