package org.rollcall.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Whom the rows of a run speak of, once they have been matched. Every method works in the caller's transaction. */
@Repository
public class RosterAccounts {

    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcTemplate jdbc;
    private final StagedRows rows;

    RosterAccounts(JdbcTemplate jdbc, StagedRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The accounts of the rows that were not rejected. */
    public List<Long> all(long runId) {
        IdRange all = StagedRows.idsOf(runId);
        return jdbc.queryForList(
                "SELECT account_id FROM roster_row WHERE id BETWEEN ? AND ? AND account_id IS NOT NULL",
                Long.class,
                all.first(),
                all.last());
    }

    /**
     * The accounts of the rows that ask for a cohort or course, whether they got it or not. A row that was recognized
     * unchanged may ask for it by its name alone.
     */
    public List<Long> askingFor(long runId, MembershipKind kind, String name, long targetId) {
        IdRange memberships = Memberships.idsOf(runId);
        return jdbc.queryForList(
                """
                SELECT DISTINCT r.account_id FROM membership m
                JOIN wish w ON w.wish_id = m.wish_id JOIN roster_row r ON r.id = m.person_row_id
                WHERE m.id BETWEEN ? AND ? AND m.kind = ? AND (w.name_key = ? OR w.target_id = ?)
                AND r.account_id IS NOT NULL""", Long.class, memberships.first(), memberships.last(), kind.name(), Memberships.key(name), targetId);
    }

    /** Gives the rejected rows, some at a time. */
    public void forEachRejected(long runId, Consumer<List<StagedRow>> page) {
        long after = StagedRows.idsOf(runId).first() - 1;
        List<StagedRow> rejected;
        do {
            rejected = jdbc.query(
                    "SELECT " + StagedRows.SELECT + " FROM " + StagedRows.FROM
                            + " WHERE r.id > ? AND r.id <= ? AND r.state = 'REJECTED' ORDER BY r.id FETCH FIRST ? ROWS ONLY",
                    rows.rowMapper(),
                    after,
                    StagedRows.idsOf(runId).last(),
                    ROWS_AT_A_TIME);
            if (!rejected.isEmpty()) {
                after = StagedRows.id(runId, rejected.get(rejected.size() - 1).number());
                page.accept(rejected);
            }
        } while (rejected.size() == ROWS_AT_A_TIME);
    }
}
