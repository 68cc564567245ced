package org.rollcall.roster.file;

/**
 * What struck the reader of a file about one line.
 *
 * @param index the cell, counted from 0; {@link #WHOLE_LINE} when it is the line's as a whole
 * @param code stable, for filters and counts, such as {@code row.hidden}
 * @param message one sentence for the registrar
 * @param severity whether the row is rejected for it
 */
public record LineFinding(int index, String code, String message, Severity severity) {
    /** The code of a cell that belongs to merged ones; it matters only where the column does. */
    public static final String MERGED = "cell.merged";

    /** Stands in place of a cell's number. */
    public static final int WHOLE_LINE = -1;

    /**
     * Something that makes the row a reject.
     *
     * @param code stable, for filters and counts
     * @param message one sentence for the registrar
     */
    public static LineFinding error(String code, String message) {
        return new LineFinding(WHOLE_LINE, code, message, Severity.ERROR);
    }

    /**
     * Something that was assumed about the row.
     *
     * @param code stable, for filters and counts
     * @param message one sentence for the registrar
     */
    public static LineFinding warning(String code, String message) {
        return new LineFinding(WHOLE_LINE, code, message, Severity.WARNING);
    }
}
