package org.rollcall.match;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.CustomField;
import org.rollcall.moodle.UserField;

/** Accounts as a site tells them. */
final class AccountFixture {

    private AccountFixture() {}

    static Account account(
            long id, String username, String firstname, String lastname, @Nullable String email, String idnumber) {
        return new Account(
                id,
                username,
                firstname + " " + lastname,
                firstname,
                lastname,
                email,
                false,
                true,
                idnumber.isEmpty() ? Map.of() : Map.of(UserField.IDNUMBER, idnumber),
                Map.of());
    }

    /** Ada Lovelace's account, number 7, with these details. */
    static Account ada(Map<UserField, String> fields, Map<String, CustomField> customFields) {
        return new Account(
                7, "ada", "Ada Lovelace", "Ada", "Lovelace", "ada@example.edu", false, true, fields, customFields);
    }

    /** The account named otherwise. */
    static Account named(
            Account account,
            String username,
            @Nullable String firstname,
            @Nullable String lastname,
            @Nullable String email) {
        return new Account(
                account.id(),
                username,
                account.fullname(),
                firstname,
                lastname,
                email,
                account.suspended(),
                account.confirmed(),
                account.fields(),
                account.customFields());
    }

    static Account suspended(Account account, @Nullable Boolean suspended) {
        return new Account(
                account.id(),
                account.username(),
                account.fullname(),
                account.firstname(),
                account.lastname(),
                account.email(),
                suspended,
                account.confirmed(),
                account.fields(),
                account.customFields());
    }
}
