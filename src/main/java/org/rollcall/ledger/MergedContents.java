package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.RowParser;
import org.rollcall.roster.file.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares what the rows of a person say, person by person. Only rows that may say something else than the row that
 * stands for the person, or give a password, are read for it.
 */
@Component
class MergedContents {

    private static final int ROWS_AT_A_TIME = 1000;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final PasswordSeal seal;
    private final Problems problems;

    MergedContents(JdbcTemplate jdbc, JsonMapper json, PasswordSeal seal, Problems problems) {
        this.jdbc = jdbc;
        this.json = json;
        this.seal = seal;
        this.problems = problems;
    }

    /**
     * Gives each row that contradicts earlier ones its problems and marks it faulty; marks the others as merged, and adds
     * what they say beyond the row that stands for the person to that one.
     */
    void compare(long runId) {
        IdRange rows = StagedRows.idsOf(runId);
        Comparison comparison = new Comparison(runId);
        jdbc.query("""
                SELECT r.id, r.state, r.person_row_id, c.person, f.person AS first_person,
                       (SELECT p.password FROM row_password p WHERE p.row_id = r.id) AS password,
                       (SELECT p.password FROM row_password p WHERE p.row_id = r.person_row_id) AS first_password
                FROM roster_row r
                JOIN row_content c ON c.row_id = r.id
                JOIN row_content f ON f.row_id = r.person_row_id
                WHERE r.id BETWEEN ? AND ? AND r.person_row_id IS NOT NULL AND r.state <> 'MERGED'
                ORDER BY r.person_row_id, r.id""", comparison::take, rows.first(), rows.last());
        comparison.finish();
    }

    /** One pass over the rows; all of one person come together. */
    private final class Comparison {

        private final long runId;
        private final List<Problem> found = new ArrayList<>();
        private final List<Object[]> states = new ArrayList<>();
        private final List<Object[]> completed = new ArrayList<>();
        private final List<Object[]> passwords = new ArrayList<>();
        private long personRowId;
        private @Nullable MergedPerson person;

        Comparison(long runId) {
            this.runId = runId;
        }

        void take(ResultSet rs) throws SQLException {
            MergedPerson known = person;
            if (known == null || personRowId != rs.getLong("person_row_id")) {
                endPerson();
                personRowId = rs.getLong("person_row_id");
                known = new MergedPerson(
                        StagedRows.row(personRowId),
                        read(rs, "first_person"),
                        seal.open(rs.getString("first_password")));
                person = known;
            }
            long id = rs.getLong("id");
            int row = StagedRows.row(id);
            ObjectNode other = read(rs, "person");
            String password = seal.open(rs.getString("password"));
            if (rs.getString("state").equals(RowState.FAULTY.name())) {
                found.addAll(contradictionsOfFaulty(known, row, other, password));
                return;
            }
            List<Problem> contradictions = known.contradictions(row, other, password, Set.of());
            if (contradictions.isEmpty()) {
                found.addAll(known.complete(row, other, password));
                states.add(new Object[] {RowState.MERGED.name(), id});
                if (known.gotPasswordFrom(row)) {
                    passwords.add(new Object[] {personRowId, id});
                }
            } else {
                found.addAll(contradictions);
                states.add(new Object[] {RowState.FAULTY.name(), id});
            }
        }

        private ObjectNode read(ResultSet rs, String column) throws SQLException {
            return (ObjectNode) json.readTree(rs.getString(column));
        }

        private List<Problem> contradictionsOfFaulty(
                MergedPerson known, int row, ObjectNode other, @Nullable String password) {
            List<Problem> own = problems.ofRow(runId, row);
            // In a ragged row a cell may stand in another one's column.
            if (own.stream().anyMatch(problem -> problem.code().equals(RowParser.RAGGED))) {
                return List.of();
            }
            Set<String> unreadable =
                    own.stream().filter(Problem::isError).map(Problem::column).collect(Collectors.toSet());
            return known.contradictions(row, other, password, unreadable);
        }

        private void endPerson() {
            if (person != null && person.isCompleted()) {
                completed.add(new Object[] {json.writeValueAsString(person.person()), personRowId});
            }
            if (found.size() + states.size() + completed.size() >= ROWS_AT_A_TIME) {
                write();
            }
        }

        void finish() {
            endPerson();
            write();
        }

        private void write() {
            problems.add(runId, found);
            jdbc.batchUpdate("UPDATE roster_row SET state = ? WHERE id = ?", states);
            jdbc.batchUpdate("UPDATE row_content SET person = ? WHERE row_id = ?", completed);
            jdbc.batchUpdate(
                    "INSERT INTO row_password (row_id, password)"
                            + " SELECT CAST(? AS BIGINT), password FROM row_password WHERE row_id = ?",
                    passwords);
            List.of(found, states, completed, passwords).forEach(List::clear);
        }
    }
}
