package org.rollcall.roster.csv;

/** How a record keeps to the rules for quotation marks, from best to worst. */
enum Quoting {
    /** As RFC 4180 has it. */
    REGULAR,
    /** Blanks stand between a delimiter and the quotation marks around a cell. */
    LOOSE,
    /** A quotation mark stands inside a cell that does not begin with one; it is part of the text. */
    STRAY,
    /** Text stands behind the quotation mark that closes a cell. */
    TEXT_BEHIND,
    /** A quotation mark opens a cell and is not closed; the record is no more than the line that it stands in. */
    UNCLOSED,
    /** The record is longer than any may be; its end is lost. */
    TOO_LONG;

    Quoting worse(Quoting other) {
        return compareTo(other) < 0 ? other : this;
    }
}
