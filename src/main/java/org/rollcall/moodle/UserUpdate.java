package org.rollcall.moodle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change of an account (core_user_update_users). What is null or absent here is not sent and stays as it is; an
 * empty text empties. Moodle checks less than when it creates: it takes an empty first name and a country that it does
 * not know. The password is left out of {@link #toString()}.
 *
 * @param id the account; Moodle does not change the guest account, deleted accounts, and administrators other than the
 *     token's own account
 * @param username in Moodle's rules: lower case, at most 100 characters
 * @param password one that fails the site's password policy makes the answer to the whole call {@link
 *     Outcome.Ambiguous}, although the other accounts were changed
 * @param suspended true bars the account from logging in and ends its sessions, false lets it in again
 * @param fields the other parameters
 * @param customFields values by the short name of a profile field; Moodle drops unknown short names without a word
 * @param preferences values by the name of a user preference
 */
public record UserUpdate(
        long id,
        @Nullable String username,
        @Nullable String firstname,
        @Nullable String lastname,
        @Nullable String email,
        @Nullable String password,
        @Nullable Boolean suspended,
        Map<UserField, String> fields,
        Map<String, String> customFields,
        Map<String, String> preferences)
        implements BatchItem {

    public UserUpdate {
        fields = UserField.inOrder(fields);
        customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
        preferences = Collections.unmodifiableMap(new LinkedHashMap<>(preferences));
    }

    /** An update that changes nothing yet. */
    public static UserUpdate of(long id) {
        return new UserUpdate(id, null, null, null, null, null, null, Map.of(), Map.of(), Map.of());
    }

    /** The same update, with a new username. */
    public UserUpdate withUsername(String value) {
        return new UserUpdate(
                id, value, firstname, lastname, email, password, suspended, fields, customFields, preferences);
    }

    /** The same update, with both names, each of which null leaves alone. */
    public UserUpdate withNames(@Nullable String first, @Nullable String last) {
        return new UserUpdate(id, username, first, last, email, password, suspended, fields, customFields, preferences);
    }

    /** The same update, with a new email address, which no other account may have unless the site allows it. */
    public UserUpdate withEmail(String value) {
        return new UserUpdate(
                id, username, firstname, lastname, value, password, suspended, fields, customFields, preferences);
    }

    /** The same update, with a new password. */
    public UserUpdate withPassword(String value) {
        return new UserUpdate(
                id, username, firstname, lastname, email, value, suspended, fields, customFields, preferences);
    }

    /** The same update, barring the account from logging in or letting it in again. */
    public UserUpdate withSuspended(boolean value) {
        return new UserUpdate(
                id, username, firstname, lastname, email, password, value, fields, customFields, preferences);
    }

    /** The same update, with one field more. */
    public UserUpdate with(UserField field, String value) {
        return new UserUpdate(
                id,
                username,
                firstname,
                lastname,
                email,
                password,
                suspended,
                UserField.with(fields, field, value),
                customFields,
                preferences);
    }

    /** The same update, with these custom profile fields and no others. */
    public UserUpdate withCustomFields(Map<String, String> values) {
        return new UserUpdate(
                id, username, firstname, lastname, email, password, suspended, fields, values, preferences);
    }

    /** Whether it asks for no change at all, so that sending it would be of no use. */
    public boolean isEmpty() {
        return equals(of(id));
    }

    /** The parameters as Moodle names them; they may hold a password. */
    @Override
    public Map<String, Object> parameters() {
        return new Parameters()
                .add("id", id)
                .add("username", username)
                .add("suspended", suspended)
                .add("password", password)
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
        return "UserUpdate[id=" + id + ", password=" + (password == null ? "none" : "***") + "]";
    }
}
