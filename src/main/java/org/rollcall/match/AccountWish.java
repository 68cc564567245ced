package org.rollcall.match;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.Person;
import org.rollcall.roster.header.RosterField;

/**
 * What a row asks for its person's account. The password is left out of {@link #toString()}.
 *
 * @param row the row's number in the file
 * @param password as it stands in the roster, or null
 * @param oldUsername the username that the account has until now, in lower case, or null where it is not to be renamed
 * @param suspended whether the account is to be barred from logging in or let in, or null where the row does not say
 * @param deleted whether the account is to be deleted
 */
public record AccountWish(
        int row,
        Person person,
        @Nullable String password,
        @Nullable String oldUsername,
        @Nullable Boolean suspended,
        boolean deleted) {

    /** An old username that is the new one asks for nothing. */
    public AccountWish {
        String lower = oldUsername == null ? null : oldUsername.toLowerCase(Locale.ROOT);
        oldUsername = person.usernameKey().equals(lower) ? null : lower;
    }

    /** The wish of a row whose person was just read, password and all. */
    public static AccountWish of(int row, Person person) {
        return of(row, person, person.password());
    }

    /**
     * The wish of a row whose password is kept apart from its person.
     *
     * @param password as it stands in the roster, or null
     */
    public static AccountWish of(int row, Person person, @Nullable String password) {
        return new AccountWish(row, person, password, person.oldUsername(), person.suspended(), person.deleted());
    }

    /** What the row says in a column that tells people apart; null where it says nothing. */
    @Nullable
    String value(RosterField column) {
        return switch (column) {
            case USERNAME -> person.username();
            case OLDUSERNAME -> oldUsername;
            case EMAIL -> person.email();
            case IDNUMBER -> person.idnumber();
            default -> throw new IllegalArgumentException(column + " tells nobody apart.");
        };
    }

    @Override
    public String toString() {
        return "AccountWish[row=" + row + ", " + person + "]";
    }
}
