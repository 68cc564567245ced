package org.rollcall.roster.file;

/**
 * One thing that is wrong with, or was assumed about, a row.
 *
 * @param row the row's number as the registrar sees it
 * @param column the name of the column, such as {@code course2}; empty when the problem is the whole row's
 * @param value the cell as it came; empty when there is none, and always for a password
 * @param code stable, for filters and counts: the column and the kind, such as {@code email.invalid}
 * @param message one sentence for the registrar
 * @param severity whether the row is rejected
 */
public record Problem(int row, String column, String value, String code, String message, Severity severity) {
    /** {@return whether this problem makes its row a reject} */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
