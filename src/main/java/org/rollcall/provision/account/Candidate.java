package org.rollcall.provision.account;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.ledger.RowState;
import org.rollcall.ledger.StagedRow;
import org.rollcall.roster.RowParser;
import org.rollcall.roster.file.Problem;

/**
 * A row whose account is looked for.
 *
 * @param unusable the columns in which the row is faulty, so that what they hold says nothing
 * @param whole whether each cell stands in its own column; what a ragged row lacks says nothing
 */
public record Candidate(StagedRow row, Set<String> unusable, boolean whole) {

    static Candidate inOrder(StagedRow row) {
        return new Candidate(row, Set.of(), true);
    }

    /**
     * A row that is faulty.
     *
     * @param known what is wrong with it
     */
    public static Candidate faulty(StagedRow row, List<Problem> known) {
        // A value that stands in an earlier row too is no worse for it.
        Set<String> unusable = known.stream()
                .filter(problem -> problem.isError() && !problem.code().endsWith(".duplicate"))
                .map(Problem::column)
                .collect(Collectors.toSet());
        boolean ragged = known.stream().anyMatch(problem -> problem.code().equals(RowParser.RAGGED));
        return new Candidate(row, unusable, !ragged);
    }

    boolean isFaulty() {
        return row.state() == RowState.FAULTY;
    }

    /** Whether a column's value can be looked for. */
    public boolean isUsable(String column) {
        return !unusable.contains(column);
    }

    /**
     * Whether a problem that was found on the site adds to what is wrong with a faulty row: it is an error about a value
     * that counts. That names and email are somebody else's is not told, as one of them may be what is faulty.
     */
    boolean isAbout(Problem problem) {
        return problem.isError()
                && isUsable(problem.column())
                && isUsable("username")
                && !problem.code().endsWith(".other-person");
    }
}
