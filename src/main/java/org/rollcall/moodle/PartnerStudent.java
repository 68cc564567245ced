package org.rollcall.moodle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the cohorts of a program partner (local_wsfunc_programpartner_get_users). A field is null where the site
 * does not tell it.
 *
 * @param idnumber empty where the account has none
 * @param suspended whether the account is barred from logging in
 * @param lastAccess when the account was last used, or null for never
 */
public record PartnerStudent(
        long id,
        @Nullable String username,
        String fullname,
        @Nullable String firstname,
        @Nullable String lastname,
        @Nullable String email,
        String idnumber,
        @Nullable Boolean suspended,
        @Nullable Instant lastAccess) {

    static PartnerStudent from(Answer user) {
        return new PartnerStudent(
                user.number("id"),
                user.optionalText("username"),
                user.text("fullname"),
                user.optionalText("firstname"),
                user.optionalText("lastname"),
                user.optionalText("email"),
                user.textOrEmpty("idnumber"),
                user.optionalFlag("suspended"),
                user.optionalTime("lastaccess"));
    }
}
