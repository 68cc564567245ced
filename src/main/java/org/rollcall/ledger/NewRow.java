package org.rollcall.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.RosterRow;
import org.rollcall.roster.file.Problem;

/**
 * A row about to be staged.
 *
 * @param cells the row's cells as they came; a password among them is replaced by null
 * @param secret whether any of the cells may be the password, since they do not stand in their columns
 * @param password the password that the row gives, or null
 * @param row what the cells say
 * @param problems what is wrong with it; one error makes the row faulty
 */
public record NewRow(
        List<@Nullable String> cells,
        boolean secret,
        @Nullable String password,
        RosterRow row,
        List<Problem> problems) {

    @Override
    public String toString() {
        return "NewRow[number=" + row.number() + ", problems=" + problems.size() + "]";
    }
}
