package org.rollcall.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.rollcall.roster.file.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a run that could not be done, wholly or in part: a membership was refused, or a change of the account. */
@Repository
public class Rejects {

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
        jdbc.query(
                "SELECT r.*, c.cells, (SELECT p.password FROM row_password p WHERE p.row_id = r.id) AS password FROM "
                        + StagedRows.FROM
                        + " WHERE r.id BETWEEN ? AND ? AND (r.state = 'REJECTED' OR " + REJECTED_IN_PART
                        + ") ORDER BY r.id",
                rs -> {
                    int number = rs.getInt("row_no");
                    String opened = seal.open(rs.getString("password"));
                    boolean sealed = rs.getString("cells").equals(StagedRows.SEALED_CELLS) && opened != null;
                    consumer.accept(new RejectedRow(
                            number,
                            json.readValue(sealed ? opened : rs.getString("cells"), new TypeReference<>() {}),
                            sealed ? null : opened,
                            rs.getString("state").equals(RowState.REJECTED.name()),
                            problems.ofRow(runId, number).stream()
                                    .filter(Problem::isError)
                                    .toList(),
                            memberships.ofRow(runId, number)));
                },
                keys(runId));
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
}
