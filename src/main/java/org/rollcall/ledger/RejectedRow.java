package org.rollcall.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.Problem;

/**
 * A row that goes back to the registrar.
 *
 * @param number the row's number in the file
 * @param cells the cells as they came, the password left out (null)
 * @param password the password that the roster gives, or null; never printed
 * @param whole whether all of it could not be done, or only memberships and changes of an account that is there
 * @param errors what is wrong with it, in the order in which it was found
 * @param memberships all that it asks for, done or not
 */
public record RejectedRow(
        int number,
        List<@Nullable String> cells,
        @Nullable String password,
        boolean whole,
        List<Problem> errors,
        List<Membership> memberships) {

    @Override
    public String toString() {
        return "RejectedRow[number=" + number + ", whole=" + whole + "]";
    }
}
