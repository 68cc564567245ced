package org.rollcall.ledger;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the ledger holds of people, taken out of it. Every statement is committed on its own and touches a part only, so that
 * a large run needs little memory; one that is broken off is repeated without harm. What a run did to which account stays,
 * by the numbers that the site gave them: who leaves a cohort tomorrow depends on who was put there.
 */
@Repository
public class PersonalData {

    private static final int AT_A_TIME = 10_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    PersonalData(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Takes out what a run holds of people. */
    public void remove(long runId) {
        IdRange rows = StagedRows.idsOf(runId);
        IdRange memberships = Memberships.idsOf(runId);
        delete("problem", "run_id = ?", runId);
        delete("row_password", "row_id BETWEEN ? AND ?", rows.first(), rows.last());
        delete("row_content", "row_id BETWEEN ? AND ?", rows.first(), rows.last());
        delete("account_change", "row_id BETWEEN ? AND ?", rows.first(), rows.last());
        delete("membership", "id BETWEEN ? AND ?", memberships.first(), memberships.last());
        delete("wish", "wish_id BETWEEN ? AND ?", rows.first(), rows.last());
        delete("leaver", "id BETWEEN ? AND ?", rows.first(), rows.last());
        delete("undo_item", "id BETWEEN ? AND ?", rows.first(), rows.last());
        delete("roster_row", "id BETWEEN ? AND ?", rows.first(), rows.last());
        blankEffects(runId);
    }

    private void delete(String table, String condition, Object... values) {
        String part = "DELETE FROM %s WHERE %s FETCH FIRST %d ROWS ONLY".formatted(table, condition, AT_A_TIME);
        while (jdbc.update(part, values) > 0) {
            // There may be more.
        }
    }

    /** What an enrolment was set to is kept: its dates cannot be asked of the site, and no name is in it. */
    private void blankEffects(long runId) {
        IdRange all = jdbc.query(
                        "SELECT MIN(id), MAX(id) FROM effect WHERE run_id = ?",
                        (rs, n) ->
                                rs.getObject(1) == null ? new IdRange(1, 0) : new IdRange(rs.getLong(1), rs.getLong(2)),
                        runId)
                .get(0);
        for (IdRange part : all.parts(AT_A_TIME)) {
            jdbc.update("""
                    UPDATE effect SET name = NULL, before_json = NULL, after_json =
                        CASE WHEN kind IN ('ENROLLED', 'ENROLMENT_CHANGED', 'UNENROLLED') THEN after_json END
                    WHERE id BETWEEN ? AND ? AND run_id = ?""", part.first(), part.last(), runId);
        }
    }

    /**
     * Forgets what rows said when a run carried them out that has been purged, unless a run that was not purged still names
     * the person. Who is in a roster every night goes on to be recognized.
     */
    public void forgetAppliedRows() {
        jdbc.query("SELECT id, name FROM applied_site ORDER BY id", (rs, n) -> {
            forgetAppliedRows(rs.getInt("id"), rs.getString("name"));
            return n;
        });
    }

    private void forgetAppliedRows(int siteId, String site) {
        List<Long> keptRuns = jdbc.queryForList(
                "SELECT id FROM run WHERE site = ? AND purged_at IS NULL ORDER BY id DESC", Long.class, site);
        String after = "";
        for (String last = next(siteId, after); last != null; last = next(siteId, after)) {
            Set<String> unnamed = new HashSet<>(jdbc.queryForList(
                    "SELECT a.username_key FROM applied_row a WHERE a.site_id = ? AND a.username_key > ?"
                            + " AND a.username_key <= ? AND a.run_id IN (SELECT p.id FROM run p WHERE p.purged_at IS NOT NULL)",
                    String.class,
                    siteId,
                    after,
                    last));
            for (Iterator<Long> runs = keptRuns.iterator(); runs.hasNext() && !unnamed.isEmpty(); ) {
                // A join of all runs would be for H2 to plan, which reads every row of them for each name.
                jdbc.query(
                        "SELECT username_key FROM roster_row WHERE run_id = ? AND username_key > ? AND username_key <= ?",
                        rs -> {
                            unnamed.remove(rs.getString(1));
                        },
                        runs.next(),
                        after,
                        last);
            }
            transactions.executeWithoutResult(together -> jdbc.batchUpdate(
                    "DELETE FROM applied_row WHERE site_id = ? AND username_key = ?",
                    unnamed.stream().map(name -> new Object[] {siteId, name}).toList()));
            after = last;
        }
    }

    private @Nullable String next(int siteId, String after) {
        List<String> part = jdbc.queryForList(
                "SELECT username_key FROM applied_row WHERE site_id = ? AND username_key > ?"
                        + " ORDER BY username_key FETCH FIRST ? ROWS ONLY",
                String.class,
                siteId,
                after,
                AT_A_TIME);
        return part.isEmpty() ? null : part.get(part.size() - 1);
    }
}
