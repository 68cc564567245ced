package org.rollcall.moodle;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's account as far as the site shows it, be it little. A field is null where the site does not tell it.
 *
 * @param idnumber empty where the account has none
 * @param suspended whether the account is barred from logging in
 * @param lastAccess when the account was last used, or null for never
 * @param tellsLastAccess whether the site tells that at all
 */
public record SeenPerson(
        long id,
        @Nullable String username,
        String fullname,
        @Nullable String firstname,
        @Nullable String lastname,
        @Nullable String email,
        String idnumber,
        @Nullable Boolean suspended,
        @Nullable Instant lastAccess,
        boolean tellsLastAccess) {

    /** Moodle deletes an account by giving it its email and the time as a username (lib/moodlelib.php, delete_user). */
    private static final Pattern USERNAME_OF_DELETED = Pattern.compile(".*\\.\\d{10}");

    private static final Pattern EMAIL_OF_DELETED = Pattern.compile("[0-9a-f]{32}");

    /**
     * Whether this is what is left of a deleted account, which lookups by id still find. Moodle does not mark it, but no
     * address that it takes looks like what it puts there.
     */
    public boolean isDeleted() {
        return username != null
                && USERNAME_OF_DELETED.matcher(username).matches()
                && (email == null
                        || email.isEmpty()
                        || EMAIL_OF_DELETED.matcher(email).matches());
    }

    static SeenPerson from(Answer user) {
        return new SeenPerson(
                user.number("id"),
                user.optionalText("username"),
                user.text("fullname"),
                user.optionalText("firstname"),
                user.optionalText("lastname"),
                user.optionalText("email"),
                user.textOrEmpty("idnumber"),
                user.optionalFlag("suspended"),
                user.optionalTime("lastaccess"),
                user.optionalNumber("lastaccess") != null);
    }
}
