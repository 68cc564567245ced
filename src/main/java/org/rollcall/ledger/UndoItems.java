package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of what is to be taken back. Unless a method says otherwise it works in the caller's transaction. */
@Repository
public class UndoItems {

    /** The condition that an item is still to be taken back. */
    public static final String OPEN = "state IN ('PLANNED', 'SENDING')";

    private static final int ITEMS_AT_A_TIME = 5_000;
    private static final int ACTION_BITS = 27;

    private final JdbcTemplate jdbc;

    UndoItems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Forgets what was planned for a run. */
    public void clear(long runId) {
        jdbc.update("DELETE FROM undo_item WHERE run_id = ?", runId);
    }

    /** Gives the effects of a run, the last one first; that it suspended an account which it created is left out. */
    public void forEachEffect(long undone, Consumer<MadeEffect> consumer) {
        jdbc.query(
                """
                SELECT e.*, (SELECT r.username_key FROM roster_row r WHERE r.id = e.run_id * 4294967296 + e.row_no)
                    AS username
                FROM effect e WHERE e.run_id = ? AND (e.account_id IS NOT NULL OR e.target_id IS NOT NULL)
                AND NOT (e.kind = 'USER_SUSPENDED' AND EXISTS (
                    SELECT 1 FROM effect c
                    WHERE c.account_id = e.account_id AND c.run_id = e.run_id AND c.kind = 'USER_CREATED'))
                ORDER BY e.id DESC""",
                rs -> {
                    consumer.accept(new MadeEffect(
                            rs.getLong("id"),
                            EffectKind.valueOf(rs.getString("kind")),
                            textOf(rs, "username"),
                            rs.getObject("account_id", Long.class),
                            rs.getObject("target_id", Long.class),
                            textOf(rs, "name"),
                            rs.getString("before_json"),
                            rs.getString("after_json")));
                },
                undone);
    }

    /**
     * Adds items, each behind those of the same action.
     *
     * @param used how many items each action has; counted on
     */
    public void add(Collection<UndoItem> items, Map<UndoAction, Integer> used) {
        jdbc.batchUpdate(
                """
                INSERT INTO undo_item (id, run_id, effect_id, action, account_id, target_id, username, name, column_name,
                                       found, restored, state, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                items.stream()
                        .map(item -> new @Nullable Object[] {
                            range(item.runId(), item.action()).first()
                                    + Objects.requireNonNull(used.merge(item.action(), 1, Integer::sum))
                                    - 1,
                            item.runId(),
                            item.effectId(),
                            item.action().name(),
                            item.accountId(),
                            item.targetId(),
                            item.username(),
                            item.name(),
                            item.column(),
                            item.found(),
                            item.restored(),
                            item.state().name(),
                            item.reason()
                        })
                        .toList());
    }

    private static IdRange range(long runId, UndoAction action) {
        long first = StagedRows.idsOf(runId).first() + (action.place() << ACTION_BITS);
        return new IdRange(first, first + (1L << ACTION_BITS) - 1);
    }

    /** The keys of the items of an action; empty where there are none. */
    public IdRange ids(long runId, UndoAction action) {
        return IdRange.of(jdbc, "undo_item", range(runId, action));
    }

    /** Gives the items of an action that are planned, a part of them at a time. */
    public void forEachPlanned(long runId, UndoAction action, Consumer<List<UndoItem>> consumer) {
        for (IdRange part : ids(runId, action).parts(ITEMS_AT_A_TIME)) {
            List<UndoItem> items = jdbc.query(
                    "SELECT * FROM undo_item WHERE id BETWEEN ? AND ? AND state = 'PLANNED' ORDER BY id",
                    rowMapper(),
                    part.first(),
                    part.last());
            if (!items.isEmpty()) {
                consumer.accept(items);
            }
        }
    }

    /** Gives all items, in the order in which they are taken back. */
    public void forEach(long runId, Consumer<UndoItem> consumer) {
        RowMapper<UndoItem> mapper = rowMapper();
        IdRange all = StagedRows.idsOf(runId);
        jdbc.query(
                "SELECT * FROM undo_item WHERE id BETWEEN ? AND ? ORDER BY id",
                rs -> {
                    consumer.accept(Objects.requireNonNull(mapper.mapRow(rs, 0)));
                },
                all.first(),
                all.last());
    }

    /**
     * What other runs did to the accounts and memberships of these items after the run that is undone, by the item's key.
     * Of an item that is about an account as such this is all that they did to it and for it, runs that took back the same
     * run left out.
     */
    public Map<Long, List<LaterEffect>> laterEffects(Run undone, List<UndoItem> items) {
        Map<Long, List<LaterEffect>> later = new HashMap<>();
        if (items.isEmpty()) {
            return later;
        }
        jdbc.query(
                """
                SELECT i.id, r.name, e.kind, e.after_json
                FROM undo_item i
                JOIN effect e ON e.account_id = i.account_id AND e.id > i.effect_id
                JOIN run r ON r.id = e.run_id
                WHERE i.id BETWEEN ? AND ? AND e.run_id <> ? AND e.run_id <> i.run_id AND r.site = ?
                AND (i.target_id IS NULL OR e.target_id = i.target_id)
                AND NOT (i.target_id IS NULL AND r.undoes IS NOT NULL AND r.undoes = ?)
                ORDER BY e.id""",
                rs -> {
                    later.computeIfAbsent(rs.getLong("id"), same -> new ArrayList<>())
                            .add(new LaterEffect(
                                    rs.getString("name"),
                                    EffectKind.valueOf(rs.getString("kind")),
                                    rs.getString("after_json")));
                },
                items.get(0).id(),
                items.get(items.size() - 1).id(),
                undone.id(),
                undone.key().site(),
                undone.id());
        return later;
    }

    /** Keeps what has been found out about items: whose they are, their state, and why. */
    public void update(Collection<UndoItem> items) {
        jdbc.batchUpdate(
                "UPDATE undo_item SET username = ?, state = ?, reason = ? WHERE id = ?",
                items.stream()
                        .map(item -> new Object[] {item.username(), item.state().name(), item.reason(), item.id()})
                        .toList());
    }

    /** A call with these items is about to be sent. Committed on its own, before the call. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void sending(Collection<UndoItem> items) {
        update(items.stream().map(item -> item.in(UndoState.SENDING, "")).toList());
    }

    /** How many items of each action are in each state. */
    public Map<UndoAction, Map<UndoState, Long>> counts(long runId) {
        Map<UndoAction, Map<UndoState, Long>> counts = new EnumMap<>(UndoAction.class);
        IdRange all = StagedRows.idsOf(runId);
        jdbc.query(
                "SELECT action, state, COUNT(*) FROM undo_item WHERE id BETWEEN ? AND ? GROUP BY action, state",
                rs -> {
                    counts.computeIfAbsent(UndoAction.valueOf(rs.getString(1)), same -> new EnumMap<>(UndoState.class))
                            .put(UndoState.valueOf(rs.getString(2)), rs.getLong(3));
                },
                all.first(),
                all.last());
        return counts;
    }

    /** Reads an item out of the table. */
    public RowMapper<UndoItem> rowMapper() {
        return (rs, n) -> new UndoItem(
                rs.getLong("id"),
                rs.getLong("run_id"),
                rs.getLong("effect_id"),
                UndoAction.valueOf(rs.getString("action")),
                rs.getObject("account_id", Long.class),
                rs.getObject("target_id", Long.class),
                textOf(rs, "username"),
                textOf(rs, "name"),
                textOf(rs, "column_name"),
                rs.getString("found"),
                rs.getString("restored"),
                UndoState.valueOf(rs.getString("state")),
                textOf(rs, "reason"));
    }

    private static String textOf(ResultSet rs, String column) throws SQLException {
        return Objects.requireNonNullElse(rs.getString(column), "");
    }
}
