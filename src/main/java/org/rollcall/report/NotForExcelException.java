package org.rollcall.report;

/** A workbook cannot hold all rejects to the letter: they are too many or too wide, or a cell is too long. */
final class NotForExcelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotForExcelException() {
        super("Excel cannot hold all rejects to the letter");
    }
}
