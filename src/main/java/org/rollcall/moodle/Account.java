package org.rollcall.moodle;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account of the site, as core_user_get_users_by_field tells it. A field is null where the site does not tell it
 * to the token's account. Phone numbers, middle name and description never come back.
 *
 * @param suspended whether the account is barred from logging in
 * @param confirmed false for one that signed up by itself and never confirmed; such an account cannot be enrolled
 */
public record Account(
        long id,
        String username,
        String fullname,
        @Nullable String firstname,
        @Nullable String lastname,
        @Nullable String email,
        @Nullable String idnumber,
        @Nullable String auth,
        @Nullable String institution,
        @Nullable String department,
        @Nullable String city,
        @Nullable String country,
        @Nullable String lang,
        @Nullable Boolean suspended,
        @Nullable Boolean confirmed) {

    /**
     * The account's email address as Moodle compares it when it looks for one in use: without regard to case, but with
     * regard to accents; null where the site does not tell it.
     */
    public @Nullable String emailKey() {
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    static Account from(Answer user) {
        String username = user.optionalText("username");
        if (username == null) {
            // Moodle leaves the username out of what it tells to an account without this capability (user/lib.php).
            throw new UnusableAnswerException(
                    UnavailableKind.PERMISSION,
                    "The site hides usernames from the token's account; its role needs the capability"
                            + " moodle/user:viewalldetails.");
        }
        return new Account(
                user.number("id"),
                username,
                user.text("fullname"),
                user.optionalText("firstname"),
                user.optionalText("lastname"),
                user.optionalText("email"),
                user.optionalText("idnumber"),
                user.optionalText("auth"),
                user.optionalText("institution"),
                user.optionalText("department"),
                user.optionalText("city"),
                user.optionalText("country"),
                user.optionalText("lang"),
                user.optionalFlag("suspended"),
                user.optionalFlag("confirmed"));
    }
}
