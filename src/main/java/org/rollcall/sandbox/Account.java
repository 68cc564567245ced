package org.rollcall.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is read back: the columns that answers and checks need.
 *
 * @param lastaccess when it was last seen on the site, in Unix seconds; 0 for never. The sandbox takes it for the first
 *     time, too
 */
record Account(
        long id,
        String username,
        String auth,
        boolean confirmed,
        boolean suspended,
        boolean deleted,
        String firstname,
        String lastname,
        String email,
        String idnumber,
        String institution,
        String department,
        String address,
        String city,
        String country,
        String lang,
        String theme,
        String timezone,
        long mailformat,
        long maildisplay,
        long trackforums,
        long lastaccess,
        @Nullable String description,
        @Nullable String interests) {

    private static final long GUEST = 1;
    private static final long ADMIN = 2;

    static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("username"),
                row.getString("auth"),
                row.getBoolean("confirmed"),
                row.getBoolean("suspended"),
                row.getBoolean("deleted"),
                row.getString("firstname"),
                row.getString("lastname"),
                row.getString("email"),
                row.getString("idnumber"),
                row.getString("institution"),
                row.getString("department"),
                row.getString("address"),
                row.getString("city"),
                row.getString("country"),
                row.getString("lang"),
                row.getString("theme"),
                row.getString("timezone"),
                row.getLong("mailformat"),
                row.getLong("maildisplay"),
                row.getLong("trackforums"),
                row.getLong("lastaccess"),
                row.getString("description"),
                row.getString("interests"));
    }

    /** Whether this is the account that visitors without one of their own use. */
    boolean isGuest() {
        return id == GUEST;
    }

    /** Whether this is the site's administrator. */
    boolean isAdmin() {
        return id == ADMIN;
    }

    /** @throws MoodleFault as Moodle's {@code require_active_user}; for some of the refusals Moodle has no message */
    void requireActive() {
        if (deleted) {
            throw MoodleFault.of("userdeleted", "error/userdeleted");
        }
        if (!confirmed) {
            throw MoodleFault.of("usernotconfirmed", "error/usernotconfirmed");
        }
        if (isGuest()) {
            throw MoodleFault.of("guestsarenotallowed", "The guest user is not allowed to do this");
        }
    }

    /** Moodle's usual full name: first and last name with a space between. */
    String fullname() {
        return firstname + " " + lastname;
    }
}
