package org.rollcall.roster.header;

import java.util.Locale;

/**
 * A value that the mapping gives to rows.
 *
 * @param column what it is a value of; its place means nothing
 * @param source which rows it is for
 * @param text the value, or the template that makes it
 * @param line the line of the mapping in which it stands
 */
public record MappedValue(RosterColumn column, Source source, String text, int line) {
    /** Which rows a value is for. */
    public enum Source {
        /** Every row, whatever it says itself. */
        CONSTANT,
        /** Rows that say nothing. */
        DEFAULT,
        /** Rows that say nothing; it is made of their names. */
        TEMPLATE;

        /** {@return the mapping's key under which such values stand} */
        public String section() {
            return name().toLowerCase(Locale.ROOT) + "s";
        }
    }
}
