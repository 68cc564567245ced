package org.rollcall.roster.header;

import java.util.Locale;

/**
 * A column that Rollcall knows.
 *
 * @param index its position, counted from 0
 * @param field what its cells mean
 * @param slot the number in its name ({@code course2} has 2); 0 for a column without a number
 * @param profileField the short name of the site's custom profile field, in the header's own spelling as Moodle tells
 *     upper from lower case here; empty for every other column
 */
public record RosterColumn(int index, RosterField field, int slot, String profileField) {
    /** {@return the name as Rollcall writes it, such as {@code email}, {@code course2} or {@code profile_field_staffid}} */
    public String name() {
        return field.column(slot) + profileField;
    }

    /** A column whose place is not known yet. */
    static RosterColumn named(RosterField field, int slot, String profileField) {
        return new RosterColumn(0, field, slot, profileField);
    }

    /** The same column at another place. */
    RosterColumn at(int place) {
        return new RosterColumn(place, field, slot, profileField);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
