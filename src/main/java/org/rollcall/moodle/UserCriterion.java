package org.rollcall.moodle;

import java.util.Locale;

/**
 * What core_user_get_users can search by. It passes over a key that it does not know and returns everyone, so no other
 * key can be said.
 */
public enum UserCriterion {
    /** The account's number. */
    ID,
    /** A pattern without regard to case, in which {@code %} stands for any text and {@code _} for any character. */
    LASTNAME,
    /** A pattern, as for {@link #LASTNAME}. */
    FIRSTNAME,
    /** Matches without regard to case. */
    IDNUMBER,
    /** Matches without regard to case. */
    USERNAME,
    /** A pattern, as for {@link #LASTNAME}. */
    EMAIL,
    /** The plugin that checks the account's password, such as {@code manual}. */
    AUTH;

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
