package org.rollcall.ledger;

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

    private static final String EARLIER_USE = """
            INSERT INTO problem (run_id, row_no, column_name, cell_value, code, message, severity)
            SELECT r.run_id, r.row_no, '%1$s', r.%1$s_key, '%1$s.duplicate',
                   'The %1$s ' || r.%1$s_key || ' is already used in row ' || f.first_no || '.', 'ERROR'
            FROM (SELECT %1$s_key, MIN(row_no) AS first_no FROM roster_row
                  WHERE run_id = ? AND %1$s_key IS NOT NULL GROUP BY %1$s_key HAVING COUNT(*) > 1) f
            JOIN roster_row r ON r.run_id = ? AND r.%1$s_key = f.%1$s_key AND r.row_no > f.first_no""";

    private static final String OF_ANOTHER_USERNAME = """

            JOIN roster_row o ON o.id = CAST(? AS BIGINT) + f.first_no AND o.username_key IS DISTINCT FROM r.username_key""";

    private final JdbcTemplate jdbc;
    private final MergedContents contents;
    private final RepeatedMemberships memberships;

    Repeats(JdbcTemplate jdbc, MergedContents contents, RepeatedMemberships memberships) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.memberships = memberships;
    }

    /**
     * Finds the rows that repeat an earlier row's username or email, gives each the problem that names the earlier row,
     * and marks it faulty. The first row keeps the value, faulty or not. May be repeated.
     */
    @Transactional
    public void reject(long runId) {
        forget(runId, "username");
        jdbc.update(EARLIER_USE.formatted("username"), runId, runId);
        markFaulty(runId, "username");
        forget(runId, "email");
        jdbc.update(EARLIER_USE.formatted("email"), runId, runId);
        markFaulty(runId, "email");
    }

    /**
     * Merges the rows of each username into the first one that is in order, as long as they do not contradict what is
     * known of the person; one that does is marked faulty. An email that an earlier row gives another username is
     * rejected as ever. May be repeated: what is merged already is passed over.
     *
     * @param defaultRole the role of an enrolment for which the roster names none
     */
    @Transactional
    public void merge(long runId, String defaultRole) {
        forget(runId, "email");
        jdbc.update(EARLIER_USE.formatted("email") + OF_ANOTHER_USERNAME, runId, runId, StagedRows.id(runId, 0));
        markFaulty(runId, "email");
        if (findPeople(runId) > 0) {
            contents.compare(runId);
            memberships.handOver(runId);
            memberships.findRepeated(runId, defaultRole);
        }
    }

    private void forget(long runId, String column) {
        jdbc.update("DELETE FROM problem WHERE run_id = ? AND code = ?", runId, column + ".duplicate");
    }

    private void markFaulty(long runId, String column) {
        jdbc.update("""
                UPDATE roster_row SET state = 'FAULTY' WHERE run_id = ? AND state = 'STAGED' AND row_no IN
                (SELECT row_no FROM problem WHERE run_id = ? AND code = ?)""", runId, runId, column + ".duplicate");
    }

    /** Tells each row which one before it stands for its person, and gives how many rows that are new to it. */
    private int findPeople(long runId) {
        return jdbc.update("""
                MERGE INTO roster_row t USING (
                    SELECT r.id, f.first_id
                    FROM (SELECT username_key, MIN(id) AS first_id FROM roster_row
                          WHERE run_id = ? AND username_key IS NOT NULL AND state = 'STAGED' GROUP BY username_key) f
                    JOIN roster_row r ON r.run_id = ? AND r.username_key = f.username_key AND r.id > f.first_id
                    WHERE r.person_row_id IS NULL) s
                ON t.id = s.id
                WHEN MATCHED THEN UPDATE SET person_row_id = s.first_id,
                    state = CASE t.state WHEN 'STAGED' THEN 'MERGED' ELSE t.state END""", runId, runId);
    }

    /**
     * Gives what was merged the verdict of what it was merged into: rows whose person could not be done, and memberships
     * that an earlier row of the person asks for, too. To be called when all verdicts are there; may be repeated.
     */
    @Transactional
    public void settle(long runId) {
        IdRange rows = StagedRows.idsOf(runId);
        jdbc.update("""
                INSERT INTO problem (run_id, row_no, column_name, cell_value, code, message, severity)
                SELECT r.run_id, r.row_no, 'username', r.username_key, 'person.rejected',
                       'Row ' || p.row_no || ' stands for ' || r.username_key
                       || ' and could not be done, so this row could not either; mend row ' || p.row_no || '.', 'ERROR'
                FROM roster_row r JOIN roster_row p ON p.id = r.person_row_id
                WHERE r.id BETWEEN ? AND ? AND r.state = 'MERGED' AND p.state = 'REJECTED'""", rows.first(), rows.last());
        jdbc.update("""
                UPDATE roster_row r SET state = 'REJECTED' WHERE r.id BETWEEN ? AND ? AND r.state = 'MERGED'
                AND (SELECT p.state FROM roster_row p WHERE p.id = r.person_row_id) = 'REJECTED'""", rows.first(), rows.last());
        memberships.settle(runId);
    }
}
