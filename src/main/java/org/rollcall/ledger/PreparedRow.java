package org.rollcall.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.RosterRow;
import org.rollcall.roster.file.Problem;

/**
 * A row in the form in which the ledger keeps it, with its password sealed. See {@link StagedRows#prepared}.
 *
 * @param row what the cells say
 * @param problems what is wrong with it
 * @param cells the row's cells as they came, without a password (JSON); none where any of them may be the password
 * @param person the person that it speaks of, without the password (JSON)
 * @param sealed the password that the row gives, or its cells (JSON) where any of them may be that, sealed; or null
 */
public record PreparedRow(
        RosterRow row,
        List<Problem> problems,
        String cells,
        String person,
        @Nullable String sealed) {

    /** A number made of all that the row says but its password, of which nothing is kept that a guess could be tried on. */
    long hash() {
        return RepeatedHashes.hash(person + row.cohorts() + row.courses());
    }

    RowState state() {
        return problems.stream().anyMatch(Problem::isError) ? RowState.FAULTY : RowState.STAGED;
    }

    @Override
    public String toString() {
        return "PreparedRow[number=" + row.number() + ", problems=" + problems.size() + "]";
    }
}
