package org.rollcall.moodle;

/**
 * What a custom profile field of an account holds.
 *
 * @param type the kind of the field, such as {@code text} or {@code menu}
 * @param value as it is stored, neither formatted nor escaped; of a {@code datetime} the seconds since 1970
 */
public record CustomField(String type, String value) {

    /** Whether the value is a point in time, which Moodle makes of a date in a time zone of its own. */
    public boolean isTime() {
        return type.equals("datetime");
    }

    static CustomField from(Answer field) {
        return new CustomField(field.text("type"), field.textOrEmpty("value"));
    }
}
