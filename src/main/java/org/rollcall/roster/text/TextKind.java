package org.rollcall.roster.text;

/** What kind of text a cell holds, which decides what may be cleaned away in it. */
public enum TextKind {
    /** A name or title on one line: only what nobody sees, and full-width letters and digits, are changed. */
    LINE,
    /** Running text, whose line breaks are meant. */
    LINES,
    /** A code, number, date or address, which no reader of it writes in anything but plain letters, digits and signs. */
    CODE
}
