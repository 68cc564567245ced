package org.rollcall.ledger;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds the usernames and emails that an earlier row has already, and rejects the later rows. It goes through the rows in
 * their order, once to find out which values are repeated at all, and again only where some are.
 */
@Component
class RepeatedValues {

    private static final int ROWS_AT_A_TIME = 1000;

    private final JdbcTemplate jdbc;
    private final RowKeys keys;
    private final Problems problems;

    RepeatedValues(JdbcTemplate jdbc, RowKeys keys, Problems problems) {
        this.jdbc = jdbc;
        this.keys = keys;
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
        Pass pass = new Pass(runId, column, withinPerson);
        String key = column + "_key";
        keys.forEachRepeated(
                runId, key, rs -> pass.take(rs.getString(key), rs.getInt("row_no"), rs.getString("username_key")));
        pass.write();
        return pass.rejected;
    }

    private record First(int row, @Nullable String username) {}

    /** One pass over the rows. */
    private final class Pass {

        private final long runId;
        private final String column;
        private final boolean withinPerson;
        private final Map<String, First> firsts = new HashMap<>();
        private final BitSet rejected = new BitSet();
        private final List<Problem> found = new ArrayList<>();

        Pass(long runId, String column, boolean withinPerson) {
            this.runId = runId;
            this.column = column;
            this.withinPerson = withinPerson;
        }

        void take(String value, int row, @Nullable String username) {
            First first = firsts.putIfAbsent(value, new First(row, username));
            if (first == null || (withinPerson && Objects.equals(username, first.username()))) {
                return;
            }
            rejected.set(row);
            String sentence = "The %s %s is already used in row %d.".formatted(column, value, first.row());
            found.add(new Problem(row, column, value, column + ".duplicate", sentence, Severity.ERROR));
            if (found.size() == ROWS_AT_A_TIME) {
                write();
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
