package org.rollcall.report;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.xssf.streaming.SXSSFDrawing;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** The comments of a sheet. They lie in memory until the workbook is written, so there are not more than some. */
final class CellComments {

    /** About 30 MB of them. */
    static final int MOST = 10_000;

    private static final int COLUMNS = 4;
    private static final int CHARACTERS_A_LINE = 36;
    private static final int TALLEST = 14;

    private final SXSSFDrawing drawing;
    private int count;
    private int lastRow;

    CellComments(SXSSFSheet sheet) {
        this.drawing = sheet.createDrawingPatriarch();
    }

    /** Adds one, unless there are too many already; row and column are counted from 0. */
    void add(int row, int column, String text) {
        if (isFull()) {
            return;
        }
        XSSFComment comment = (XSSFComment) drawing.createCellComment(box(row, column, text));
        comment.setAddress(row, column);
        comment.setAuthor("Rollcall");
        comment.setString(new XSSFRichTextString(text));
        count++;
        lastRow = row;
    }

    /** Beside its cell, and large enough for its text. */
    private static XSSFClientAnchor box(int row, int column, String text) {
        int lines = 2
                + text.lines()
                        .mapToInt(line -> 1 + line.length() / CHARACTERS_A_LINE)
                        .sum();
        int last = SpreadsheetVersion.EXCEL2007.getLastColumnIndex();
        int left = Math.min(column + 1, last - COLUMNS);
        return new XSSFClientAnchor(
                0,
                0,
                0,
                0,
                left,
                row,
                left + COLUMNS,
                Math.min(row + Math.min(lines, TALLEST), SpreadsheetVersion.EXCEL2007.getLastRowIndex()));
    }

    boolean isFull() {
        return count >= MOST;
    }

    /** The number, as people see it, of the last row before which all comments stand. */
    int lastRow() {
        return lastRow;
    }
}
