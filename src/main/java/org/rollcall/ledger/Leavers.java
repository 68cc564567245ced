package org.rollcall.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables of who leaves the cohorts and courses that a snapshot is of. Unless a method says otherwise it works in the
 * caller's transaction.
 */
@Repository
public class Leavers {

    /** The condition that a leaver is still to be taken out. */
    public static final String OPEN = "state IN ('PENDING', 'SENDING')";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    Leavers(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The key of a run's nth leaver. */
    public static long id(long runId, int number) {
        return StagedRows.id(runId, number);
    }

    /** Forgets what was found before; to find it anew. */
    public void clear(long runId) {
        IdRange all = StagedRows.idsOf(runId);
        jdbc.update("DELETE FROM leaver WHERE id BETWEEN ? AND ?", all.first(), all.last());
        jdbc.update("DELETE FROM leaver_scope WHERE run_id = ?", runId);
    }

    /** A cohort or course that the snapshot of a run is of. */
    public void addScope(long runId, LeaverScope scope) {
        jdbc.update(
                "INSERT INTO leaver_scope (run_id, kind, target_id, name, action, members) VALUES (?, ?, ?, ?, ?, ?)",
                runId,
                scope.kind().name(),
                scope.targetId(),
                scope.name(),
                scope.action().name(),
                scope.members());
    }

    /** Those who leave. */
    public void add(Collection<Leaver> leavers) {
        jdbc.batchUpdate(
                """
                INSERT INTO leaver (id, kind, target_id, name, account_id, username, fullname, action, state, reason,
                                    standing)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                leavers.stream()
                        .map(leaver -> new @Nullable Object[] {
                            leaver.id(),
                            leaver.kind().name(),
                            leaver.targetId(),
                            leaver.name(),
                            leaver.accountId(),
                            leaver.username(),
                            leaver.fullname(),
                            leaver.action().name(),
                            leaver.state().name(),
                            leaver.reason(),
                            leaver.standing() == null ? null : json.writeValueAsString(leaver.standing())
                        })
                        .toList());
    }

    /** The cohorts and courses that the snapshot of a run is of; none where it is no snapshot. */
    public List<LeaverScope> scopes(long runId) {
        return jdbc.query(
                "SELECT * FROM leaver_scope WHERE run_id = ? ORDER BY kind, name",
                (rs, n) -> new LeaverScope(
                        MembershipKind.valueOf(rs.getString("kind")),
                        rs.getLong("target_id"),
                        rs.getString("name"),
                        LeaverAction.valueOf(rs.getString("action")),
                        rs.getLong("members")),
                runId);
    }

    /** Gives all leavers of a run, one by one. */
    public void forEach(long runId, Consumer<Leaver> consumer) {
        IdRange all = StagedRows.idsOf(runId);
        RowMapper<Leaver> mapper = rowMapper();
        jdbc.query(
                "SELECT * FROM leaver WHERE id BETWEEN ? AND ? ORDER BY id",
                rs -> {
                    consumer.accept(mapper.mapRow(rs, 0));
                },
                all.first(),
                all.last());
    }

    /** The keys of a run's leavers; an empty range where nobody is to be taken out. */
    public IdRange idsToTakeOut(long runId) {
        IdRange all = StagedRows.idsOf(runId);
        return jdbc.query(
                        "SELECT MIN(id), MAX(id) FROM leaver WHERE id BETWEEN ? AND ? AND action <> 'REPORT'"
                                + " AND state <> 'REPORTED'",
                        (rs, n) ->
                                rs.getObject(1) == null ? new IdRange(1, 0) : new IdRange(rs.getLong(1), rs.getLong(2)),
                        all.first(),
                        all.last())
                .get(0);
    }

    /** How many leavers of a run there are, by what is done with them and how far that came. */
    public Map<LeaverAction, Map<LeaverState, Long>> counts(long runId) {
        IdRange all = StagedRows.idsOf(runId);
        Map<LeaverAction, Map<LeaverState, Long>> counts = new HashMap<>();
        jdbc.query(
                "SELECT action, state, COUNT(*) FROM leaver WHERE id BETWEEN ? AND ? GROUP BY action, state",
                rs -> {
                    counts.computeIfAbsent(LeaverAction.valueOf(rs.getString(1)), action -> new HashMap<>())
                            .put(LeaverState.valueOf(rs.getString(2)), rs.getLong(3));
                },
                all.first(),
                all.last());
        return counts;
    }

    /** How many people are to be taken out of a cohort or course. */
    public long toTakeOut(long runId, LeaverScope scope) {
        IdRange all = StagedRows.idsOf(runId);
        return jdbc.queryForList(
                        "SELECT COUNT(*) FROM leaver WHERE id BETWEEN ? AND ? AND kind = ? AND target_id = ?"
                                + " AND state <> 'REPORTED'",
                        Long.class,
                        all.first(),
                        all.last(),
                        scope.kind().name(),
                        scope.targetId())
                .get(0);
    }

    /** How many leavers have no verdict yet. */
    public long open(long runId) {
        IdRange all = StagedRows.idsOf(runId);
        return jdbc.queryForList(
                        "SELECT COUNT(*) FROM leaver WHERE id BETWEEN ? AND ? AND " + OPEN,
                        Long.class,
                        all.first(),
                        all.last())
                .get(0);
    }

    /** Moves leavers to another state. */
    public void moveTo(LeaverState state, Collection<Leaver> leavers) {
        jdbc.batchUpdate(
                "UPDATE leaver SET state = ? WHERE id = ?",
                leavers.stream()
                        .map(leaver -> new Object[] {state.name(), leaver.id()})
                        .toList());
    }

    /** Moves leavers to another state, for a reason that is told in the reports. */
    public void moveTo(LeaverState state, Collection<Leaver> leavers, String reason) {
        moveTo(state, leavers);
        jdbc.batchUpdate(
                "UPDATE leaver SET reason = ? WHERE id = ?",
                leavers.stream()
                        .map(leaver -> new Object[] {reason, leaver.id()})
                        .toList());
    }

    /** A call with these leavers is about to be sent. Committed on its own, before the call. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void sending(Collection<Leaver> leavers) {
        moveTo(LeaverState.SENDING, leavers);
    }

    /** Reads a leaver out of a query of all columns. */
    public RowMapper<Leaver> rowMapper() {
        return (rs, n) -> {
            String standing = rs.getString("standing");
            return new Leaver(
                    rs.getLong("id"),
                    MembershipKind.valueOf(rs.getString("kind")),
                    rs.getLong("target_id"),
                    rs.getString("name"),
                    rs.getLong("account_id"),
                    rs.getString("username"),
                    rs.getString("fullname"),
                    LeaverAction.valueOf(rs.getString("action")),
                    LeaverState.valueOf(rs.getString("state")),
                    rs.getString("reason"),
                    standing == null ? null : json.readValue(standing, StandingEnrolment.class));
        };
    }
}
