package org.rollcall.moodle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user to create (core_user_create_users). What is not given is not sent, and Moodle's default holds. The password
 * is left out of {@link #toString()}.
 *
 * @param username in Moodle's rules: lower case, at most 100 characters
 * @param password null for accounts whose {@code auth} keeps no password here, or with {@code createPassword}
 * @param createPassword whether Moodle makes up a password and mails it, which costs the call the time of a mail
 * @param fields the other parameters
 * @param customFields values by the short name of a profile field; Moodle drops unknown short names without a word
 * @param preferences values by the name of a user preference
 */
public record NewUser(
        String username,
        String firstname,
        String lastname,
        String email,
        @Nullable String password,
        boolean createPassword,
        Map<UserField, String> fields,
        Map<String, String> customFields,
        Map<String, String> preferences)
        implements BatchItem {

    public NewUser {
        fields = UserField.inOrder(fields);
        customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
        preferences = Collections.unmodifiableMap(new LinkedHashMap<>(preferences));
    }

    /** A user with what every call needs; Moodle refuses one that has neither password nor {@code createPassword}. */
    public static NewUser of(String username, String firstname, String lastname, String email) {
        return new NewUser(username, firstname, lastname, email, null, false, Map.of(), Map.of(), Map.of());
    }

    /** The same user with this password. */
    public NewUser withPassword(String chosen) {
        return new NewUser(username, firstname, lastname, email, chosen, false, fields, customFields, preferences);
    }

    /** The same user with a password that Moodle makes up and mails. */
    public NewUser withCreatedPassword() {
        return new NewUser(username, firstname, lastname, email, null, true, fields, customFields, preferences);
    }

    /** The same user with one field more. */
    public NewUser with(UserField field, String value) {
        return new NewUser(
                username,
                firstname,
                lastname,
                email,
                password,
                createPassword,
                UserField.with(fields, field, value),
                customFields,
                preferences);
    }

    /** The same user with these custom profile fields and no others. */
    public NewUser withCustomFields(Map<String, String> values) {
        return new NewUser(username, firstname, lastname, email, password, createPassword, fields, values, preferences);
    }

    /** The parameters as Moodle names them; they hold the password. */
    @Override
    public Map<String, Object> parameters() {
        return new Parameters()
                .add("username", username)
                .add("password", password)
                .add("createpassword", createPassword ? true : null)
                .add("firstname", firstname)
                .add("lastname", lastname)
                .add("email", email)
                .addFields(fields)
                .addTyped("customfields", customFields)
                .addTyped("preferences", preferences)
                .toMap();
    }

    @Override
    public String toString() {
        return "NewUser[username=" + username + ", password=" + (password == null ? "none" : "***") + "]";
    }
}
