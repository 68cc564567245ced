package org.rollcall.moodle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
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
        Map<UserField, String> ordered = new EnumMap<>(UserField.class);
        ordered.putAll(fields);
        fields = Collections.unmodifiableMap(ordered);
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
        Map<UserField, String> more = new EnumMap<>(UserField.class);
        more.putAll(fields);
        more.put(field, value);
        return new NewUser(
                username, firstname, lastname, email, password, createPassword, more, customFields, preferences);
    }

    /** The same user with these custom profile fields and no others. */
    public NewUser withCustomFields(Map<String, String> values) {
        return new NewUser(username, firstname, lastname, email, password, createPassword, fields, values, preferences);
    }

    /** The parameters as Moodle names them; they hold the password. */
    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("username", username);
        if (password != null) {
            parameters.put("password", password);
        }
        if (createPassword) {
            parameters.put("createpassword", true);
        }
        parameters.put("firstname", firstname);
        parameters.put("lastname", lastname);
        parameters.put("email", email);
        fields.forEach((field, value) -> parameters.put(field.parameter(), value));
        addPairs(parameters, "customfields", customFields);
        addPairs(parameters, "preferences", preferences);
        return parameters;
    }

    @Override
    public String toString() {
        return "NewUser[username=" + username + ", password=" + (password == null ? "none" : "***") + "]";
    }

    private static void addPairs(Map<String, Object> parameters, String name, Map<String, String> values) {
        List<Map<String, Object>> pairs = new ArrayList<>();
        values.forEach((type, value) -> {
            Map<String, Object> pair = new LinkedHashMap<>();
            pair.put("type", type);
            pair.put("value", value);
            pairs.add(pair);
        });
        if (!pairs.isEmpty()) {
            parameters.put(name, pairs);
        }
    }
}
