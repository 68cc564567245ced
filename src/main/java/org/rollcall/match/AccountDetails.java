package org.rollcall.match;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.UserField;
import org.rollcall.roster.Person;

/** What a row says of its person, as the site names it. */
public final class AccountDetails {

    private AccountDetails() {}

    /** The fields that may be left out, without those on which the row is silent. */
    public static Map<UserField, String> of(Person person) {
        Map<UserField, String> fields = new EnumMap<>(UserField.class);
        put(fields, UserField.AUTH, person.auth());
        put(fields, UserField.IDNUMBER, person.idnumber());
        put(fields, UserField.LANG, person.lang());
        put(fields, UserField.THEME, person.theme());
        put(fields, UserField.TIMEZONE, person.timezone());
        put(fields, UserField.MAILFORMAT, person.mailformat());
        put(fields, UserField.MAILDISPLAY, person.maildisplay());
        put(fields, UserField.DESCRIPTION, person.description());
        put(fields, UserField.CITY, person.city());
        put(fields, UserField.COUNTRY, person.country());
        put(fields, UserField.INTERESTS, person.interests());
        put(fields, UserField.FIRSTNAMEPHONETIC, person.firstnamephonetic());
        put(fields, UserField.LASTNAMEPHONETIC, person.lastnamephonetic());
        put(fields, UserField.MIDDLENAME, person.middlename());
        put(fields, UserField.ALTERNATENAME, person.alternatename());
        put(fields, UserField.INSTITUTION, person.institution());
        put(fields, UserField.DEPARTMENT, person.department());
        put(fields, UserField.PHONE1, person.phone1());
        put(fields, UserField.PHONE2, person.phone2());
        put(fields, UserField.ADDRESS, person.address());
        return fields;
    }

    private static void put(Map<UserField, String> fields, UserField field, @Nullable Object value) {
        if (value != null) {
            fields.put(field, value.toString());
        }
    }
}
