package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The table of wishes. Which memberships have a wish is told by a pass over the run's memberships: an index of them would
 * cost more than all the passes that a run makes. Every method works in the caller's transaction.
 */
@Repository
public class Wishes {

    private final JdbcTemplate jdbc;

    Wishes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that the rows of a run ask for, in the order of the roster; rows that are rejected ask too. */
    List<StagedWish> ofRun(long runId) {
        IdRange keys = StagedRows.idsOf(runId);
        return jdbc.query(
                "SELECT * FROM wish w WHERE w.wish_id BETWEEN ? AND ? ORDER BY w.wish_id",
                (rs, n) -> staged(rs),
                keys.first(),
                keys.last());
    }

    /** What pending memberships of people ask for who have an account already, and where the site has it. */
    public List<StagedWish> ofKnownPeople(long runId) {
        return asked(runId, "w.target_id IS NOT NULL", Memberships.ACCOUNT + " IS NOT NULL");
    }

    /** What pending memberships ask for, those of rejected rows too, and the site is not known to have. */
    public List<StagedWish> pendingNotFound(long runId) {
        return asked(runId, "w.target_id IS NULL", "TRUE");
    }

    /** The cohorts and courses that pending memberships of rows not rejected ask for and the site is not known to have. */
    public List<StagedWish> notFound(long runId) {
        return asked(runId, "w.target_id IS NULL", Memberships.OF_ROWS_NOT_REJECTED);
    }

    private List<StagedWish> asked(long runId, String condition, String conditionOnMembership) {
        IdRange keys = StagedRows.idsOf(runId);
        Boolean any = jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM wish w WHERE w.wish_id BETWEEN ? AND ? AND " + condition + ")",
                Boolean.class,
                keys.first(),
                keys.last());
        if (!Boolean.TRUE.equals(any)) {
            return List.of();
        }
        IdRange memberships = Memberships.idsOf(runId);
        return jdbc.query(
                "SELECT * FROM wish w WHERE w.wish_id BETWEEN ? AND ? AND " + condition
                        + " AND w.wish_id IN (SELECT m.wish_id FROM membership m WHERE m.id BETWEEN ? AND ?"
                        + " AND m.state = 'PENDING' AND " + conditionOnMembership + ") ORDER BY w.wish_id",
                (rs, n) -> staged(rs),
                keys.first(),
                keys.last(),
                memberships.first(),
                memberships.last());
    }

    /** The site has this cohort or course, under this id. */
    public void found(long runId, MembershipKind kind, String name, long targetId) {
        jdbc.update(
                "UPDATE wish SET target_id = ? WHERE run_id = ? AND kind = ? AND name_key = ?",
                targetId,
                runId,
                kind.name(),
                Memberships.key(name));
    }

    private static StagedWish staged(ResultSet rs) throws SQLException {
        return new StagedWish(rs.getLong("wish_id"), wish(rs), rs.getObject("target_id", Long.class));
    }

    static Wish wish(ResultSet rs) throws SQLException {
        return new Wish(
                MembershipKind.valueOf(rs.getString("kind")),
                rs.getString("name"),
                rs.getString("role"),
                rs.getString("group_name"),
                rs.getObject("period_days", Integer.class),
                Memberships.start(rs),
                rs.getObject("suspended", Boolean.class));
    }
}
