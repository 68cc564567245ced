package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The table of wishes. Which memberships have a wish is told by a pass over the run's memberships: an index of them would
 * cost more than all the passes that a run makes. Every method works in the caller's transaction.
 */
@Repository
public class Wishes {

    private static final String PENDING = "m.state = 'PENDING'";
    private static final String WITH_GROUP = "w.group_name IS NOT NULL";

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
        return asked(runId, "w.target_id IS NOT NULL", PENDING + " AND " + Memberships.ACCOUNT + " IS NOT NULL");
    }

    /** What pending memberships ask for, those of rejected rows too, and the site is not known to have. */
    public List<StagedWish> pendingNotFound(long runId) {
        return asked(runId, "w.target_id IS NULL", PENDING);
    }

    /** The cohorts and courses that pending memberships of rows not rejected ask for and the site is not known to have. */
    public List<StagedWish> notFound(long runId) {
        return asked(runId, "w.target_id IS NULL", PENDING + " AND " + Memberships.OF_ROWS_NOT_REJECTED);
    }

    /** Whether the rows of a run name groups at all. */
    public boolean nameGroups(long runId) {
        return any(runId, WITH_GROUP);
    }

    /** What enrolments ask for that are there and whose group has no verdict yet. */
    public List<StagedWish> withOpenGroups(long runId) {
        return asked(runId, WITH_GROUP, AskedGroups.OPEN);
    }

    /** Those of {@link #withOpenGroups} that people ask for who were enrolled before this run. */
    public List<StagedWish> withOpenGroupsOfParticipants(long runId) {
        return asked(
                runId,
                WITH_GROUP + " AND w.group_id IS NOT NULL",
                AskedGroups.OPEN + " AND (m.state = 'PRESENT' OR m.standing IS NOT NULL)");
    }

    /** The site has the groups of these wishes, by their keys. */
    public void groupsFound(Map<Long, Long> groupIdByKey) {
        jdbc.batchUpdate(
                "UPDATE wish SET group_id = ? WHERE wish_id = ?",
                groupIdByKey.entrySet().stream()
                        .map(found -> new Object[] {found.getValue(), found.getKey()})
                        .toList());
    }

    private List<StagedWish> asked(long runId, String condition, String conditionOnMembership) {
        if (!any(runId, condition)) {
            return List.of();
        }
        IdRange keys = StagedRows.idsOf(runId);
        IdRange memberships = Memberships.idsOf(runId);
        return jdbc.query(
                "SELECT * FROM wish w WHERE w.wish_id BETWEEN ? AND ? AND " + condition
                        + " AND w.wish_id IN (SELECT m.wish_id FROM membership m WHERE m.id BETWEEN ? AND ?"
                        + " AND " + conditionOnMembership + ") ORDER BY w.wish_id",
                (rs, n) -> staged(rs),
                keys.first(),
                keys.last(),
                memberships.first(),
                memberships.last());
    }

    private boolean any(long runId, String condition) {
        IdRange keys = StagedRows.idsOf(runId);
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM wish w WHERE w.wish_id BETWEEN ? AND ? AND " + condition + ")",
                Boolean.class,
                keys.first(),
                keys.last()));
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
