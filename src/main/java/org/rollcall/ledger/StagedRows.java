package org.rollcall.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.Person;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The table of staged rows. Unless a method says otherwise it works in the caller's transaction. */
@Repository
public class StagedRows {

    /** What is selected of {@link #FROM} for {@link #rowMapper()}. */
    public static final String SELECT =
            "r.*, c.person, (SELECT p.password FROM row_password p WHERE p.row_id = r.id) AS password";

    /** Rows with what they hold. */
    public static final String FROM = "roster_row r JOIN row_content c ON c.row_id = r.id";

    /** Stands for the cells of a row that lie sealed in the place of its password. */
    static final String SEALED_CELLS = "[]";

    /** Longer values cannot be anybody's username or email on a Moodle, so they need not be compared. */
    private static final int LONGEST_KEY = 255;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final PasswordSeal seal;

    StagedRows(JdbcTemplate jdbc, JsonMapper json, PasswordSeal seal) {
        this.jdbc = jdbc;
        this.json = json;
        this.seal = seal;
    }

    /** The key of a row. */
    static long id(long runId, int row) {
        return runId << 32 | row;
    }

    /** All keys that rows of a run can have. */
    static IdRange idsOf(long runId) {
        return new IdRange(id(runId, 0), id(runId, Integer.MAX_VALUE));
    }

    /** The number of the row with this key. */
    static int row(long id) {
        return (int) id;
    }

    /** Puts a row into the form in which the ledger keeps it. Nothing is written; any thread may do it. */
    public PreparedRow prepared(NewRow row) {
        String cells = json.writeValueAsString(row.cells());
        return new PreparedRow(
                row.row(),
                row.problems(),
                row.secret() ? SEALED_CELLS : cells,
                json.writeValueAsString(row.row().person()),
                seal.seal(row.secret() ? cells : row.password()));
    }

    /** Stages rows, without their memberships and problems. */
    public void stage(long runId, Collection<? extends PreparedRow> rows) {
        int size = Math.max(1, rows.size());
        jdbc.batchUpdate("""
                INSERT INTO roster_row (id, run_id, row_no, state, username_key, email_key, person_hash, row_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", rows, size, (statement, row) -> setHead(statement, runId, row));
        jdbc.batchUpdate(
                "INSERT INTO row_content (row_id, cells, person) VALUES (?, ?, ?)", rows, size, (statement, row) -> {
                    statement.setLong(1, id(runId, row.row().number()));
                    statement.setString(2, row.cells());
                    statement.setString(3, row.person());
                });
        jdbc.batchUpdate(
                "INSERT INTO row_password (row_id, password) VALUES (?, ?)",
                rows.stream().filter(row -> row.sealed() != null).toList(),
                size,
                (statement, row) -> {
                    statement.setLong(1, id(runId, row.row().number()));
                    statement.setString(2, row.sealed());
                });
    }

    private static void setHead(PreparedStatement statement, long runId, PreparedRow row) throws SQLException {
        int number = row.row().number();
        RowState state = row.state();
        statement.setLong(1, id(runId, number));
        statement.setLong(2, runId);
        statement.setInt(3, number);
        statement.setString(4, state.name());
        statement.setString(5, key(row.row().person().usernameKey()));
        statement.setString(6, key(row.row().person().emailKey()));
        if (state == RowState.FAULTY) {
            statement.setNull(7, Types.BIGINT);
            statement.setNull(8, Types.BIGINT);
        } else {
            statement.setLong(7, PersonHash.of(row.person(), row.sealed() != null));
            statement.setLong(8, row.hash());
        }
    }

    private static @Nullable String key(@Nullable String value) {
        return value == null || value.isEmpty() || value.length() > LONGEST_KEY ? null : value;
    }

    /** The ids of a run's rows. */
    public IdRange ids(long runId) {
        return IdRange.of(jdbc, "roster_row", idsOf(runId));
    }

    /** The site has an account for this row. */
    public void matched(long runId, Map<Integer, Long> accountIdByRow) {
        withAccount(runId, RowState.MATCHED, accountIdByRow);
    }

    /** This run created the account of this row. */
    public void created(long runId, Map<Integer, Long> accountIdByRow) {
        withAccount(runId, RowState.CREATED, accountIdByRow);
    }

    private void withAccount(long runId, RowState state, Map<Integer, Long> accountIdByRow) {
        jdbc.batchUpdate(
                "UPDATE roster_row SET state = ?, account_id = ? WHERE id = ?",
                accountIdByRow.entrySet().stream()
                        .map(entry -> new Object[] {state.name(), entry.getValue(), id(runId, entry.getKey())})
                        .toList());
    }

    /** These rows have no account on the site. */
    public void toCreate(long runId, Collection<Integer> rows) {
        moveTo(RowState.TO_CREATE, runId, rows);
    }

    /** These rows ask for accounts to be deleted that the site does not have. */
    public void absent(long runId, Collection<Integer> rows) {
        moveTo(RowState.ABSENT, runId, rows);
    }

    /** These rows could not be done. */
    public void rejected(long runId, Collection<Integer> rows) {
        moveTo(RowState.REJECTED, runId, rows);
    }

    /** A call with these rows is about to be sent. Committed on its own, before the call. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void sending(long runId, Collection<Integer> rows) {
        moveTo(RowState.SENDING, runId, rows);
    }

    private void moveTo(RowState state, long runId, Collection<Integer> rows) {
        jdbc.batchUpdate(
                "UPDATE roster_row SET state = ? WHERE id = ?",
                rows.stream()
                        .map(row -> new Object[] {state.name(), id(runId, row)})
                        .toList());
    }

    /** Takes the passwords of a run out of the ledger. */
    public void dropPasswords(long runId) {
        jdbc.update(
                "DELETE FROM row_password WHERE row_id BETWEEN ? AND ?", id(runId, 0), id(runId, Integer.MAX_VALUE));
    }

    /** Takes the passwords of runs out of the ledger that began before some time and were never brought to their end. */
    public void dropPasswordsOfRunsBegunBefore(Instant time) {
        Long last = jdbc.queryForObject(
                "SELECT MAX(id) FROM run WHERE started_at < ?", Long.class, time.atOffset(ZoneOffset.UTC));
        if (last != null) {
            jdbc.update("DELETE FROM row_password WHERE row_id <= ?", id(last, Integer.MAX_VALUE));
        }
    }

    /** Reads a row out of a query of {@link #SELECT} and {@link #FROM}. */
    public RowMapper<StagedRow> rowMapper() {
        return (rs, n) -> new StagedRow(
                rs.getInt("row_no"),
                RowState.valueOf(rs.getString("state")),
                json.readValue(rs.getString("person"), Person.class),
                seal.open(rs.getString("password")),
                rs.getObject("account_id", Long.class),
                rs.getObject("person_row_id") != null);
    }

    /** How many rows of a run are in each state. */
    public Map<RowState, Long> counts(long runId) {
        return Map.copyOf(jdbc
                .query(
                        "SELECT state, COUNT(*) FROM roster_row WHERE id BETWEEN ? AND ? GROUP BY state",
                        (rs, n) -> Map.entry(RowState.valueOf(rs.getString(1)), rs.getLong(2)),
                        idsOf(runId).first(),
                        idsOf(runId).last())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
