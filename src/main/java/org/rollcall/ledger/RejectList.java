package org.rollcall.ledger;

import java.util.List;
import org.rollcall.roster.Person;
import org.rollcall.roster.file.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows that could not be done, for people to look at: who they are, and what is wrong. Works in the caller's transaction. */
@Repository
public class RejectList {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Problems problems;

    RejectList(JdbcTemplate jdbc, JsonMapper json, Problems problems) {
        this.jdbc = jdbc;
        this.json = json;
        this.problems = problems;
    }

    /**
     * A row that comes back.
     *
     * @param row its number in the file
     * @param username as far as the row tells; empty otherwise
     * @param name first and last name, likewise
     * @param whole whether all of it could not be done
     * @param errors what is wrong with it
     */
    public record Entry(int row, String username, String name, boolean whole, List<Problem> errors) {}

    /**
     * The first of those rows, in the order of the file.
     *
     * @param most how many at most
     */
    public List<Entry> first(long runId, int most) {
        IdRange rows = StagedRows.idsOf(runId);
        IdRange wishes = Memberships.idsOf(runId);
        return jdbc.query(
                "SELECT r.row_no, r.state, c.person FROM " + StagedRows.FROM
                        + " WHERE r.id BETWEEN ? AND ? AND (r.state = 'REJECTED' OR " + Rejects.REJECTED_IN_PART
                        + ") ORDER BY r.id FETCH FIRST ? ROWS ONLY",
                (rs, n) -> entry(
                        runId,
                        rs.getInt("row_no"),
                        json.readValue(rs.getString("person"), Person.class),
                        rs.getString("state").equals(RowState.REJECTED.name())),
                rows.first(),
                rows.last(),
                wishes.first(),
                wishes.last(),
                rows.first(),
                rows.last(),
                most);
    }

    private Entry entry(long runId, int row, Person person, boolean whole) {
        return new Entry(
                row,
                person.username(),
                (person.firstname() + " " + person.lastname()).strip(),
                whole,
                problems.ofRow(runId, row).stream().filter(Problem::isError).toList());
    }
}
