package org.rollcall.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.rollcall.ledger.RejectedRow;
import org.rollcall.roster.file.Problem;

/** What the four columns that the reject report adds say of a row. */
final class RejectReasons {

    /** The names of the columns, in order. */
    static final List<String> COLUMNS = List.of("reject_row", "reject_columns", "reject_codes", "reject_reasons");

    private static final String ONLY_IN_PART =
            "The account is there, and what is left out of this line is done; only this could not be done: ";

    private RejectReasons() {}

    static List<String> of(RejectedRow row) {
        return List.of(
                Integer.toString(row.number()),
                joined(row, Problem::column, "; "),
                joined(row, Problem::code, "; "),
                (row.whole() ? "" : ONLY_IN_PART) + joined(row, Problem::message, " "));
    }

    private static String joined(RejectedRow row, Function<Problem, String> part, String separator) {
        Set<String> parts = new LinkedHashSet<>();
        row.errors().stream().map(part).filter(text -> !text.isEmpty()).forEach(parts::add);
        return String.join(separator, parts);
    }
}
