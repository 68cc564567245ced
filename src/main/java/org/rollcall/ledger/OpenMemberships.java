package org.rollcall.ledger;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The memberships that have no verdict yet, in their table. Every method works in the caller's transaction. */
@Repository
public class OpenMemberships {

    private final JdbcTemplate jdbc;

    OpenMemberships(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How many people with an account are still to be added to cohorts, or enrolled in courses. */
    public long count(long runId, MembershipKind kind) {
        return count(
                runId,
                "m.kind = '" + kind + "' AND m.state IN ('PENDING', 'SENDING') AND "
                        + Memberships.OF_ROWS_WITH_ACCOUNT);
    }

    /** How many people are still to be put into groups that are there. */
    public long countOfGroups(long runId) {
        return count(runId, "w.group_id IS NOT NULL AND " + AskedGroups.OPEN);
    }

    private long count(long runId, String condition) {
        IdRange ids = Memberships.idsOf(runId);
        return jdbc.queryForList(
                        "SELECT COUNT(*) FROM " + Memberships.FROM + " WHERE m.id BETWEEN ? AND ? AND " + condition,
                        Long.class,
                        ids.first(),
                        ids.last())
                .get(0);
    }
}
