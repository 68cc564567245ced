package org.rollcall.ledger;

import org.jspecify.annotations.Nullable;
import org.rollcall.roster.Person;

/**
 * A row as the steps after staging see it.
 *
 * @param number the row's number in the file; the header is row 1
 * @param person whom it speaks of, without the password
 * @param password the password that the roster gives, or null; never printed
 * @param accountId the site's id of the account, once it is known
 * @param repeats whether an earlier row stands for this row's person
 */
public record StagedRow(
        int number,
        RowState state,
        Person person,
        @Nullable String password,
        @Nullable Long accountId,
        boolean repeats) {

    /** Whether Moodle would refuse to create this account because nothing is said of its password. */
    public boolean lacksPassword() {
        return password == null && person.lacksPassword();
    }

    @Override
    public String toString() {
        return "StagedRow[number=" + number + ", state=" + state + ", accountId=" + accountId + "]";
    }
}
