package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds the usernames and emails that an earlier row has already, and rejects the later rows. It goes once along an index,
 * in which the rows of a value stand together; a roster that repeats nothing is not even read out of it.
 */
@Component
class RepeatedValues {

    private static final int ROWS_AT_A_TIME = 1000;

    private final JdbcTemplate jdbc;
    private final Problems problems;

    RepeatedValues(JdbcTemplate jdbc, Problems problems) {
        this.jdbc = jdbc;
        this.problems = problems;
    }

    /**
     * Gives each row that has an earlier row's value the problem that names the earlier row, and marks it faulty. The
     * first row keeps the value, faulty or not. May be repeated.
     *
     * @param column {@code username} or {@code email}
     * @param withinPerson whether the rows of one username may share the value
     * @return the numbers of the rows that were rejected
     */
    BitSet reject(long runId, String column, boolean withinPerson) {
        jdbc.update("DELETE FROM problem WHERE run_id = ? AND code = ?", runId, column + ".duplicate");
        String key = column + "_key";
        Pass pass = new Pass(runId, column, withinPerson);
        String ofRun = " FROM roster_row WHERE run_id = ? AND " + key + " IS NOT NULL ";
        boolean repeats = !jdbc.queryForList(
                        "SELECT 1" + ofRun + "GROUP BY run_id, " + key + " HAVING COUNT(*) > 1 FETCH FIRST 1 ROW ONLY",
                        Integer.class,
                        runId)
                .isEmpty();
        if (repeats) {
            jdbc.query(
                    "SELECT " + key + ", row_no" + (withinPerson ? ", username_key" : "") + ofRun + "ORDER BY run_id, "
                            + key + ", row_no",
                    pass::take,
                    runId);
            pass.write();
        }
        return pass.rejected;
    }

    /** One pass over the rows; all with one value come together, the first of them first. */
    private final class Pass {

        private final long runId;
        private final String column;
        private final boolean withinPerson;
        private final BitSet rejected = new BitSet();
        private final List<Problem> found = new ArrayList<>();
        private @Nullable String value;
        private @Nullable String username;
        private int firstRow;

        Pass(long runId, String column, boolean withinPerson) {
            this.runId = runId;
            this.column = column;
            this.withinPerson = withinPerson;
        }

        void take(ResultSet rs) throws SQLException {
            String next = rs.getString(1);
            int row = rs.getInt(2);
            String owner = withinPerson ? rs.getString(3) : null;
            if (!next.equals(value)) {
                value = next;
                firstRow = row;
                username = owner;
            } else if (!withinPerson || !Objects.equals(username, owner)) {
                rejected.set(row);
                String sentence = "The %s %s is already used in row %d.".formatted(column, value, firstRow);
                found.add(new Problem(row, column, next, column + ".duplicate", sentence, Severity.ERROR));
                if (found.size() == ROWS_AT_A_TIME) {
                    write();
                }
            }
        }

        private void write() {
            problems.add(runId, found);
            jdbc.batchUpdate(
                    "UPDATE roster_row SET state = 'FAULTY' WHERE id = ? AND state = 'STAGED'",
                    found.stream()
                            .map(problem -> new Object[] {StagedRows.id(runId, problem.row())})
                            .toList());
            found.clear();
        }
    }
}
