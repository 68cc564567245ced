package org.rollcall.roster;

import java.util.List;
import org.rollcall.roster.file.Problem;

/**
 * A row and everything that was found about it.
 *
 * @param row what could be read, also when there are errors
 * @param problems in the order of the columns; empty for a clean row
 */
public record ParsedRow(RosterRow row, List<Problem> problems) {
    public ParsedRow {
        problems = List.copyOf(problems);
    }

    /** {@return whether the row is a reject: at least one problem is an error} */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
