package org.rollcall.roster.csv;

/**
 * What stands between two line ends that end a row.
 *
 * @param row its number as a spreadsheet shows it, blank rows included
 * @param firstLine the line of the text, counted from 1, in which it begins
 * @param lastLine the line in which it ends; another one where a quoted cell holds line breaks
 * @param text its characters without the line end; line breaks inside are {@code \n}
 * @param quoting how it keeps to the rules
 */
record CsvRecord(int row, int firstLine, int lastLine, String text, Quoting quoting) {
    boolean isBrokenOverLines() {
        return lastLine > firstLine;
    }

    /** Leaves the text out, as there may be a password in it. */
    @Override
    public String toString() {
        return "CsvRecord[row " + row + ", " + quoting + "]";
    }
}
