package org.rollcall.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The rows that were last carried out whole on each site. A row that says the same again, under the same settings, needs
 * no look-up of its person: the account is known. Every method works in the caller's transaction.
 */
@Repository
public class AppliedRows {

    private static final int ROWS_AT_A_TIME = 10_000;

    private final JdbcTemplate jdbc;
    private final StagedRows rows;

    AppliedRows(JdbcTemplate jdbc, StagedRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Gives the rows of a run that say what was last carried out on the site the account that they had then; their state
     * stays as it is. Rows that were merged, or stand for others, are left out, as none of them tells all of its person.
     *
     * @param settings what decides how rows are carried out, in any words
     * @param withPasswords whether rows that give a password are among them: nobody can tell whether that is a new one
     * @return how many rows those are
     */
    public int presumeAccounts(long runId, String site, String settings, boolean withPasswords) {
        int presumed = 0;
        for (IdRange part : parts(runId)) {
            presumed += jdbc.update("""
                    MERGE INTO roster_row t USING (
                        SELECT r.id, a.account_id FROM roster_row r
                        JOIN applied_row a ON a.username_key = r.username_key AND a.row_hash = r.row_hash
                        WHERE r.id BETWEEN ? AND ? AND r.state = 'STAGED' AND r.person_row_id IS NULL
                        AND (? OR NOT EXISTS (SELECT 1 FROM row_password p WHERE p.row_id = r.id))
                        AND a.settings_hash = ? AND a.site_id = (SELECT s.id FROM applied_site s WHERE s.name = ?)) s
                    ON t.id = s.id
                    WHEN MATCHED THEN UPDATE SET account_id = s.account_id""", part.first(), part.last(), withPasswords, RepeatedHashes.hash(settings), site);
        }
        IdRange all = StagedRows.idsOf(runId);
        // As a condition of an update H2 would look for the rows of other rows anew at each row.
        presumed -= jdbc.update("""
                MERGE INTO roster_row t USING (
                    SELECT DISTINCT person_row_id AS id FROM roster_row
                    WHERE id BETWEEN ? AND ? AND person_row_id IS NOT NULL) s
                ON t.id = s.id
                WHEN MATCHED AND t.state = 'STAGED' AND t.account_id IS NOT NULL
                THEN UPDATE SET account_id = NULL""", all.first(), all.last());
        return presumed;
    }

    /** Those of some rows that say what was last carried out on the site, their password left aside. */
    public Set<Integer> asApplied(long runId, String site, String settings, Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        IdRange range = new IdRange(
                StagedRows.id(runId, Collections.min(numbers)), StagedRows.id(runId, Collections.max(numbers)));
        return Set.copyOf(jdbc.queryForList(
                """
                SELECT r.row_no FROM roster_row r
                JOIN applied_row a ON a.username_key = r.username_key AND a.row_hash = r.row_hash
                WHERE r.id BETWEEN ? AND ? AND r.person_row_id IS NULL AND a.settings_hash = ?
                AND a.site_id = (SELECT s.id FROM applied_site s WHERE s.name = ?)""", Integer.class, range.first(), range.last(), RepeatedHashes.hash(settings), site));
    }

    /** These rows are as they were carried out: they have their account, and all that they ask for is there. */
    public void unchanged(long runId, Collection<Integer> numbers) {
        List<Object[]> ids = numbers.stream()
                .map(row -> new Object[] {StagedRows.id(runId, row)})
                .toList();
        jdbc.batchUpdate("UPDATE roster_row SET state = 'MATCHED' WHERE id = ?", ids);
        jdbc.batchUpdate(
                "UPDATE membership SET state = 'PRESENT', group_state = CASE WHEN (SELECT w.group_name FROM wish w"
                        + " WHERE w.wish_id = membership.wish_id) IS NULL THEN NULL ELSE 'PRESENT' END"
                        + " WHERE id BETWEEN ? AND ? AND state = 'PENDING'",
                numbers.stream()
                        .map(row -> StagedRows.id(runId, row) * Memberships.KEYS_A_ROW)
                        .map(first -> new Object[] {first, first + Memberships.KEYS_A_ROW - 1})
                        .toList());
    }

    /** The numbers of the rows that were given an account by {@link #presumeAccounts}, a part of them at a time. */
    public void forEachPresumed(long runId, Consumer<List<Integer>> consumer) {
        for (IdRange part : parts(runId)) {
            consumer.accept(jdbc.queryForList(
                    "SELECT row_no FROM roster_row WHERE id BETWEEN ? AND ? AND state = 'STAGED' AND account_id IS NOT NULL",
                    Integer.class,
                    part.first(),
                    part.last()));
        }
    }

    /** Notes how the rows of a run were looked at. */
    public void verified(long runId, Verified verified) {
        jdbc.update(
                "UPDATE run SET verified = ?, recognized = ? WHERE id = ?",
                verified.how(),
                verified.recognizedRows(),
                runId);
    }

    /** How the rows of a run were looked at; nothing as long as they were not. */
    public Optional<Verified> verified(long runId) {
        return jdbc
                .query(
                        "SELECT verified, recognized FROM run WHERE id = ? AND verified IS NOT NULL",
                        (rs, n) -> new Verified(rs.getString(1), rs.getLong(2)),
                        runId)
                .stream()
                .findFirst();
    }

    /** Takes presumed accounts back from the rows that have not turned out to be unchanged. */
    public void forgetPresumed(long runId) {
        IdRange all = StagedRows.idsOf(runId);
        jdbc.update(
                "UPDATE roster_row SET account_id = NULL WHERE id BETWEEN ? AND ? AND state = 'STAGED'"
                        + " AND account_id IS NOT NULL",
                all.first(),
                all.last());
    }

    /** Keeps what a run that ends has carried out whole, and forgets what it has carried out in part. */
    public void record(long runId, String site, String settings) {
        jdbc.update(
                "INSERT INTO applied_site (name) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM applied_site WHERE name = ?)",
                site,
                site);
        Integer siteId = jdbc.queryForObject("SELECT id FROM applied_site WHERE name = ?", Integer.class, site);
        for (IdRange part : parts(runId)) {
            IdRange wishes = new IdRange(
                    part.first() * Memberships.KEYS_A_ROW,
                    part.last() * Memberships.KEYS_A_ROW + Memberships.KEYS_A_ROW - 1);
            jdbc.update(
                    """
                    MERGE INTO applied_row t USING (
                        SELECT r.username_key, r.row_hash, r.account_id FROM roster_row r
                        WHERE r.id BETWEEN ? AND ? AND r.state IN ('MATCHED', 'CREATED') AND r.row_hash IS NOT NULL
                        AND r.account_id IS NOT NULL AND r.username_key IS NOT NULL AND r.person_row_id IS NULL
                        AND NOT (%1$s)) s
                    ON t.site_id = ? AND t.username_key = s.username_key
                    WHEN MATCHED AND (t.row_hash <> s.row_hash OR t.settings_hash <> ? OR t.account_id <> s.account_id)
                        THEN UPDATE SET row_hash = s.row_hash, settings_hash = ?, account_id = s.account_id, run_id = ?
                    WHEN NOT MATCHED THEN INSERT (site_id, username_key, row_hash, settings_hash, account_id, run_id)
                        VALUES (?, s.username_key, s.row_hash, ?, s.account_id, ?)""".formatted(Rejects.REJECTED_IN_PART),
                    part.first(),
                    part.last(),
                    wishes.first(),
                    wishes.last(),
                    part.first(),
                    part.last(),
                    siteId,
                    RepeatedHashes.hash(settings),
                    RepeatedHashes.hash(settings),
                    runId,
                    siteId,
                    RepeatedHashes.hash(settings),
                    runId);
            jdbc.update(
                    """
                    DELETE FROM applied_row WHERE site_id = ? AND username_key IN (
                        SELECT r.username_key FROM roster_row r
                        WHERE r.id BETWEEN ? AND ? AND r.state <> 'REJECTED' AND %s)""".formatted(Rejects.REJECTED_IN_PART),
                    siteId,
                    part.first(),
                    part.last(),
                    wishes.first(),
                    wishes.last(),
                    part.first(),
                    part.last());
        }
    }

    /** Forgets the rows of the accounts of which a run takes something back: what was carried out does not stand any more. */
    public void forgetUndone(long undoRunId, String site) {
        IdRange all = StagedRows.idsOf(undoRunId);
        jdbc.update("""
                DELETE FROM applied_row WHERE site_id = (SELECT s.id FROM applied_site s WHERE s.name = ?)
                AND account_id IN (SELECT i.account_id FROM undo_item i WHERE i.id BETWEEN ? AND ?)""", site, all.first(), all.last());
    }

    /** Forgets the rows of those whom a run took out: who comes back with the same row has to be put in again. */
    public void forgetLeavers(long runId, String site) {
        IdRange all = StagedRows.idsOf(runId);
        jdbc.update(
                "DELETE FROM applied_row WHERE site_id = (SELECT s.id FROM applied_site s WHERE s.name = ?)"
                        + " AND account_id IN (SELECT l.account_id FROM leaver l WHERE l.id BETWEEN ? AND ? AND l.state = 'DONE')",
                site,
                all.first(),
                all.last());
    }

    private List<IdRange> parts(long runId) {
        return rows.ids(runId).parts(ROWS_AT_A_TIME);
    }
}
