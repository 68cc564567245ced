package org.rollcall.roster;

import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;

/** Texts that stand for something else than text. What cannot be read is a problem of its cell, and null. */
final class CellValues {
    private static final int MOST_DIGITS = 9;

    private CellValues() {}

    /**
     * A whole number. For {@code enrolperiodN} Moodle's uploader would take what PHP makes of the cell: 1 day of
     * {@code 1.5} as of {@code +1 year}, and no end at all of a word.
     */
    static @Nullable Integer number(RosterColumn column, String text, RowProblems problems) {
        boolean digits = text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            problems.error(column, "invalid", text, 0);
            return null;
        }
        return Integer.valueOf(text);
    }

    /** {@code TRUE} and {@code FALSE} are what a sheet shows for a box that is ticked or not. */
    static @Nullable Boolean flag(RosterColumn column, String text, RowProblems problems) {
        boolean box = column.field() != RosterField.ENROLSTATUS;
        if (text.equals("0") || (box && text.equalsIgnoreCase("false"))) {
            return Boolean.FALSE;
        }
        if (text.equals("1") || (box && isTicked(text))) {
            return Boolean.TRUE;
        }
        problems.error(column, "invalid", text, 0);
        return null;
    }

    /** Whether a flag, other than that of an enrolment, is set. */
    static boolean isSet(String text) {
        return text.equals("1") || isTicked(text);
    }

    private static boolean isTicked(String text) {
        return text.equalsIgnoreCase("true");
    }
}
