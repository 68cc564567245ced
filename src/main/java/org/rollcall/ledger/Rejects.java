package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a run that could not be done, wholly or in part: a membership was refused, or a change of the account. */
@Repository
public class Rejects {

    private static final int ROWS_AT_A_TIME = 500;

    static final String REJECTED_IN_PART =
            "(r.id IN (SELECT m.row_id FROM membership m WHERE m.id BETWEEN ? AND ? AND (m.state = 'REJECTED'"
                    + " OR m.group_state = 'REJECTED'))"
                    + " OR r.id IN (SELECT c.row_id FROM account_change c WHERE c.row_id BETWEEN ? AND ?"
                    + " AND c.state = 'REJECTED'))";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final PasswordSeal seal;
    private final Memberships memberships;
    private final Problems problems;

    Rejects(JdbcTemplate jdbc, JsonMapper json, PasswordSeal seal, Memberships memberships, Problems problems) {
        this.jdbc = jdbc;
        this.json = json;
        this.seal = seal;
        this.memberships = memberships;
        this.problems = problems;
    }

    /** Gives the rejected rows, one by one, in the order of the file. */
    public void forEach(long runId, Consumer<RejectedRow> consumer) {
        List<Found> page = new ArrayList<>();
        jdbc.query(
                "SELECT r.*, c.cells, (SELECT p.password FROM row_password p WHERE p.row_id = r.id) AS password FROM "
                        + StagedRows.FROM
                        + " WHERE r.id BETWEEN ? AND ? AND (r.state = 'REJECTED' OR " + REJECTED_IN_PART
                        + ") ORDER BY r.id",
                rs -> {
                    Found found = found(rs);
                    if (!page.isEmpty() && found.number() >= page.get(0).number() + ROWS_AT_A_TIME) {
                        give(runId, page, consumer);
                        page.clear();
                    }
                    page.add(found);
                },
                keys(runId));
        if (!page.isEmpty()) {
            give(runId, page, consumer);
        }
    }

    private Found found(ResultSet rs) throws SQLException {
        String opened = seal.open(rs.getString("password"));
        boolean sealed = rs.getString("cells").equals(StagedRows.SEALED_CELLS) && opened != null;
        return new Found(
                rs.getInt("row_no"),
                json.readValue(sealed ? opened : rs.getString("cells"), new TypeReference<>() {}),
                sealed ? null : opened,
                rs.getString("state").equals(RowState.REJECTED.name()));
    }

    private void give(long runId, List<Found> page, Consumer<RejectedRow> consumer) {
        int first = page.get(0).number();
        int last = page.get(page.size() - 1).number();
        Map<Integer, List<Problem>> errors = problems.ofRows(runId, first, last).stream()
                .filter(Problem::isError)
                .collect(Collectors.groupingBy(Problem::row));
        Map<Integer, List<Membership>> wishes =
                memberships
                        .ofRows(new IdRange(StagedRows.id(runId, first), StagedRows.id(runId, last)), "TRUE")
                        .stream()
                        .collect(Collectors.groupingBy(Membership::row));
        page.forEach(row -> consumer.accept(new RejectedRow(
                row.number(),
                row.cells(),
                row.password(),
                row.whole(),
                errors.getOrDefault(row.number(), List.of()),
                wishes.getOrDefault(row.number(), List.of()))));
    }

    /** Whether every row of a run could be done wholly, as far as is known now. */
    public boolean isEmpty(long runId) {
        return jdbc.queryForList(
                        "SELECT r.id FROM roster_row r WHERE r.id BETWEEN ? AND ? AND (r.state = 'REJECTED' OR "
                                + REJECTED_IN_PART + ") FETCH FIRST 1 ROW ONLY",
                        Long.class,
                        keys(runId))
                .isEmpty();
    }

    /** How many rows of a run could be done only in part. */
    public long partly(long runId) {
        List<Long> count = jdbc.queryForList(
                "SELECT COUNT(*) FROM roster_row r WHERE r.id BETWEEN ? AND ? AND r.state <> 'REJECTED' AND "
                        + REJECTED_IN_PART,
                Long.class,
                keys(runId));
        return count.get(0);
    }

    /** Whether the ledger has any password of a run's rows: they leave it when the run ends. */
    public boolean havePasswords(long runId) {
        IdRange rows = StagedRows.idsOf(runId);
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM row_password WHERE row_id BETWEEN ? AND ?)",
                Boolean.class,
                rows.first(),
                rows.last()));
    }

    /** How many rejected rows of a run had all their cells sealed together with the password, and lost them with it. */
    public long sealedAway(long runId) {
        IdRange rows = StagedRows.idsOf(runId);
        return jdbc.queryForList(
                        "SELECT COUNT(*) FROM " + StagedRows.FROM
                                + " WHERE r.id BETWEEN ? AND ? AND r.state = 'REJECTED'"
                                + " AND c.cells = ? AND NOT EXISTS (SELECT 1 FROM row_password p WHERE p.row_id = r.id)",
                        Long.class,
                        rows.first(),
                        rows.last(),
                        StagedRows.SEALED_CELLS)
                .get(0);
    }

    private static Object[] keys(long runId) {
        IdRange rows = StagedRows.idsOf(runId);
        IdRange wishes = Memberships.idsOf(runId);
        return new Object[] {rows.first(), rows.last(), wishes.first(), wishes.last(), rows.first(), rows.last()};
    }

    /** A row before one knows what is wrong with it; its cells and its password are never printed. */
    private record Found(
            int number,
            List<@Nullable String> cells,
            @Nullable String password,
            boolean whole) {

        @Override
        public String toString() {
            return "Found[number=" + number + "]";
        }
    }
}
