package org.rollcall.moodle;

import java.util.Locale;
import java.util.Optional;

/**
 * The parameters of core_user_create_users that may be left out, as Moodle 4.5 has them, beside password, custom
 * fields and preferences. Moodle's defaults hold for those not sent: {@code auth} is {@code manual}, {@code lang} and
 * {@code calendartype} are the site's.
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
    /** Separated by commas. */
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
}
