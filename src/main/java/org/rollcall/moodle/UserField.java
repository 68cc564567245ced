package org.rollcall.moodle;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters that core_user_create_users and core_user_update_users have in common and that may be left out, as
 * Moodle 4.5 has them, beside password, custom fields and preferences. For those not sent a new user has Moodle's
 * defaults ({@code auth} is {@code manual}, {@code lang} and {@code calendartype} are the site's), and an account that
 * is updated keeps its own.
 */
public enum UserField {
    AUTH,
    IDNUMBER,
    LANG,
    CALENDARTYPE,
    THEME,
    TIMEZONE,
    /** 0 plain text, 1 HTML. */
    MAILFORMAT,
    /** 0 hidden, 1 shown to everyone, 2 shown to course members. */
    MAILDISPLAY,
    DESCRIPTION,
    CITY,
    /** An upper-case ISO 3166-1 alpha-2 code; Moodle stores {@code 0} for anything else, without a word. */
    COUNTRY,
    /** Separated by commas. An update cannot empty them: Moodle passes over an empty text (user/externallib.php). */
    INTERESTS,
    FIRSTNAMEPHONETIC,
    LASTNAMEPHONETIC,
    MIDDLENAME,
    ALTERNATENAME,
    INSTITUTION,
    DEPARTMENT,
    PHONE1,
    PHONE2,
    ADDRESS;

    /** The name of the parameter, which is also the name of the roster column in Moodle's own uploader. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field whose parameter has this name, if there is one. */
    public static Optional<UserField> named(String parameter) {
        for (UserField field : values()) {
            if (field.parameter().equals(parameter)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** A copy that keeps the order in which the fields stand here. */
    static Map<UserField, String> inOrder(Map<UserField, String> values) {
        Map<UserField, String> ordered = new EnumMap<>(UserField.class);
        ordered.putAll(values);
        return Collections.unmodifiableMap(ordered);
    }

    static Map<UserField, String> with(Map<UserField, String> values, UserField field, String value) {
        Map<UserField, String> more = new EnumMap<>(UserField.class);
        more.putAll(values);
        more.put(field, value);
        return more;
    }
}
