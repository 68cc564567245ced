package org.rollcall.ledger;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of what changes of accounts. Unless a method says otherwise it works in the caller's transaction. */
@Repository
public class AccountChanges {

    /** What is selected of {@link #FROM} for {@link #rowMapper()}. */
    public static final String SELECT = "c.*, r.username_key, COALESCE(c.account_id, r.account_id) AS known_account_id,"
            + " (SELECT p.password FROM row_password p WHERE p.row_id = c.row_id) AS password";

    /** Changes with their rows. */
    public static final String FROM = "account_change c JOIN roster_row r ON r.id = c.row_id";

    /** The condition that a change is still to be made: its row was not rejected as a whole meanwhile. */
    public static final String OPEN = "c.state IN ('PENDING', 'SENDING') AND r.state IN ('MATCHED', 'CREATED')";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final PasswordSeal seal;

    AccountChanges(JdbcTemplate jdbc, JsonMapper json, PasswordSeal seal) {
        this.jdbc = jdbc;
        this.json = json;
        this.seal = seal;
    }

    /** Adds what was found out to be changed. */
    public void plan(long runId, Collection<AccountChange> changes) {
        jdbc.batchUpdate(
                "INSERT INTO account_change (row_id, phase, account_id, actions, changes, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                changes.stream()
                        .map(change -> new @Nullable Object[] {
                            StagedRows.id(runId, change.row()),
                            change.phase().name(),
                            change.accountId(),
                            change.actions().stream().map(Enum::name).collect(Collectors.joining(",")),
                            json.writeValueAsString(change.fields()),
                            change.state().name()
                        })
                        .toList());
    }

    /** The keys of the rows that have changes in a phase; empty where there are none. */
    public IdRange rows(long runId, ChangePhase phase) {
        IdRange all = StagedRows.idsOf(runId);
        return jdbc.query(
                        "SELECT MIN(row_id), MAX(row_id) FROM account_change WHERE row_id BETWEEN ? AND ? AND phase = ?",
                        (rs, n) ->
                                rs.getObject(1) == null ? new IdRange(1, 0) : new IdRange(rs.getLong(1), rs.getLong(2)),
                        all.first(),
                        all.last(),
                        phase.name())
                .get(0);
    }

    /** Moves changes to another state. */
    public void moveTo(ChangeState state, long runId, Collection<AccountChange> changes) {
        jdbc.batchUpdate(
                "UPDATE account_change SET state = ? WHERE row_id = ? AND phase = ?",
                changes.stream()
                        .map(change -> new Object[] {
                            state.name(),
                            StagedRows.id(runId, change.row()),
                            change.phase().name()
                        })
                        .toList());
    }

    /** A call with these changes is about to be sent. Committed on its own, before the call. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void sending(long runId, Collection<AccountChange> changes) {
        moveTo(ChangeState.SENDING, runId, changes);
    }

    /** How many changes have no verdict yet, those of rows that were rejected as a whole left out. */
    public long open(long runId) {
        IdRange all = StagedRows.idsOf(runId);
        return jdbc.queryForList(
                        "SELECT COUNT(*) FROM " + FROM + " WHERE c.row_id BETWEEN ? AND ? AND " + OPEN,
                        Long.class,
                        all.first(),
                        all.last())
                .get(0);
    }

    /** The same, of one phase. */
    public long open(long runId, ChangePhase phase) {
        IdRange all = StagedRows.idsOf(runId);
        return jdbc.queryForList(
                        "SELECT COUNT(*) FROM " + FROM + " WHERE c.row_id BETWEEN ? AND ? AND c.phase = ? AND " + OPEN,
                        Long.class,
                        all.first(),
                        all.last(),
                        phase.name())
                .get(0);
    }

    /** Reads a change out of a query of {@link #SELECT} and {@link #FROM}. */
    public RowMapper<AccountChange> rowMapper() {
        return (rs, n) -> {
            List<ChangedField> fields = json.readValue(rs.getString("changes"), new TypeReference<>() {});
            boolean setsPassword =
                    fields.stream().anyMatch(field -> field.column().equals(AccountChange.PASSWORD));
            return new AccountChange(
                    StagedRows.row(rs.getLong("row_id")),
                    rs.getString("username_key"),
                    ChangePhase.valueOf(rs.getString("phase")),
                    rs.getObject("known_account_id", Long.class),
                    actions(rs.getString("actions")),
                    fields,
                    ChangeState.valueOf(rs.getString("state")),
                    setsPassword ? seal.open(rs.getString("password")) : null);
        };
    }

    private static Set<ChangeAction> actions(String names) {
        return Arrays.stream(names.split(","))
                .map(ChangeAction::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChangeAction.class)));
    }
}
