package org.rollcall.ledger;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The groups that memberships ask for, in their table. Unless a method says otherwise it works in the caller's transaction. */
@Repository
public class AskedGroups {

    /** The condition that an enrolment is there and its group, if it has one, has no verdict yet. */
    public static final String OPEN = "m.kind = 'COURSE' AND m.state IN ('DONE', 'PRESENT')"
            + " AND (m.group_state IS NULL OR m.group_state = 'SENDING')";

    private final JdbcTemplate jdbc;
    private final Memberships memberships;

    AskedGroups(JdbcTemplate jdbc, Memberships memberships) {
        this.jdbc = jdbc;
        this.memberships = memberships;
    }

    /** Gives those enrolments of a run, page by page, that are there, and of whose group nothing is known yet. */
    public void forEachOpen(long runId, Consumer<List<Membership>> page) {
        memberships.forEach(runId, "w.group_name IS NOT NULL AND " + OPEN, page);
    }

    /** Moves the groups of memberships to another state. */
    public void moveTo(MembershipState state, Collection<Membership> wishes) {
        jdbc.batchUpdate(
                "UPDATE membership SET group_state = ? WHERE id = ?",
                wishes.stream()
                        .map(membership -> new Object[] {state.name(), membership.id()})
                        .toList());
    }

    /** A call that puts these people into their groups is about to be sent. Committed on its own, before the call. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void sending(Collection<Membership> wishes) {
        moveTo(MembershipState.SENDING, wishes);
    }

    /** How many groups of memberships are in each state. */
    public Map<MembershipState, Long> counts(long runId) {
        IdRange ids = Memberships.idsOf(runId);
        Map<MembershipState, Long> counts = new EnumMap<>(MembershipState.class);
        jdbc.query(
                "SELECT m.group_state, COUNT(*) FROM membership m WHERE m.id BETWEEN ? AND ?"
                        + " AND m.group_state IS NOT NULL GROUP BY m.group_state",
                rs -> {
                    counts.put(MembershipState.valueOf(rs.getString(1)), rs.getLong(2));
                },
                ids.first(),
                ids.last());
        return counts;
    }
}
