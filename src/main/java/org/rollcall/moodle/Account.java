package org.rollcall.moodle;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account of the site, as core_user_get_users_by_field tells it. What is null is not told to the token's account.
 *
 * @param suspended whether the account is barred from logging in
 * @param confirmed false for one that signed up by itself and never confirmed; such an account cannot be enrolled
 * @param fields those of the {@link #tells told} fields that are not empty
 * @param customFields the custom profile fields that are not empty, by their short names
 */
public record Account(
        long id,
        String username,
        String fullname,
        @Nullable String firstname,
        @Nullable String lastname,
        @Nullable String email,
        @Nullable Boolean suspended,
        @Nullable Boolean confirmed,
        Map<UserField, String> fields,
        Map<String, CustomField> customFields) {

    private static final Set<UserField> TOLD = Collections.unmodifiableSet(EnumSet.of(
            UserField.AUTH,
            UserField.IDNUMBER,
            UserField.LANG,
            UserField.THEME,
            UserField.TIMEZONE,
            UserField.MAILFORMAT,
            UserField.CITY,
            UserField.COUNTRY,
            UserField.INTERESTS,
            UserField.INSTITUTION,
            UserField.DEPARTMENT,
            UserField.ADDRESS));

    public Account {
        fields = UserField.inOrder(fields);
        customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
    }

    /**
     * Whether Moodle tells this field of an account, so that one without it here has it empty. The others never come
     * back: phone numbers, description, maildisplay, calendar type, and the names beyond first and last name.
     */
    public static boolean tells(UserField field) {
        return TOLD.contains(field);
    }

    /** What a field holds; empty for one that is empty or not {@link #tells told}. */
    public String field(UserField field) {
        return fields.getOrDefault(field, "");
    }

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
        Map<UserField, String> fields = new EnumMap<>(UserField.class);
        for (UserField field : TOLD) {
            String text = user.textOrEmpty(field.parameter());
            if (!text.isEmpty()) {
                fields.put(field, text);
            }
        }
        Map<String, CustomField> customFields = new LinkedHashMap<>();
        user.optionalList("customfields")
                .forEach(custom -> customFields.put(custom.text("shortname"), CustomField.from(custom)));
        return new Account(
                user.number("id"),
                username,
                user.text("fullname"),
                user.optionalText("firstname"),
                user.optionalText("lastname"),
                user.optionalText("email"),
                user.optionalFlag("suspended"),
                user.optionalFlag("confirmed"),
                fields,
                customFields);
    }
}
