package org.rollcall.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.rollcall.ledger.RejectedRow;
import org.rollcall.roster.text.FormulaGuard;

/** The sheet of the reject workbook that is the roster: the rejected rows, with what is faulty filled and commented. */
final class RejectSheet {

    private static final SpreadsheetVersion EXCEL = SpreadsheetVersion.EXCEL2007;
    private static final int CHARACTER = 256;
    private static final int NARROWEST = 8;
    private static final int WIDEST = 40;
    private static final int WIDTH_OF_REASONS = 90;

    private final RejectColumns columns;
    private final RejectStyles styles;
    private final SXSSFSheet sheet;
    private final CellComments comments;
    private final int width;
    private final int[] longest;
    private int rows;

    RejectSheet(TextWorkbook book, String name, RejectColumns columns, RejectStyles styles) {
        this.columns = columns;
        this.styles = styles;
        this.sheet = book.createSheet(name);
        this.comments = new CellComments(sheet);
        List<String> header = columns.header();
        this.width = header.size();
        this.longest = new int[width];
        sheet.createFreezePane(0, 1);
        for (int place = 0; place < width; place++) {
            // A cell that is still empty is text, too, when somebody types into it.
            sheet.setDefaultColumnStyle(place, styles.cell(place >= columns.own(), false, false));
        }
        addLine(header, Map.of(), true);
    }

    /** @throws NotForExcelException when a workbook cannot hold it */
    void add(RejectedRow row) {
        List<String> line = new ArrayList<>(columns.cells(row));
        line.addAll(RejectReasons.of(row));
        line.addAll(columns.surplus(row));
        addLine(line, columns.faults(row), false);
    }

    private void addLine(List<String> line, Map<Integer, List<String>> faults, boolean heading) {
        if (rows >= EXCEL.getMaxRows() || line.size() > EXCEL.getMaxColumns()) {
            throw new NotForExcelException();
        }
        SXSSFRow row = sheet.createRow(rows++);
        for (int place = 0; place < line.size(); place++) {
            boolean added = place >= columns.own() && place < width;
            String text = place == width - 1 ? fitting(line.get(place)) : kept(line.get(place));
            boolean faulty = faults.containsKey(place);
            if (!text.isEmpty() || faulty) {
                SXSSFCell cell = row.createCell(place);
                cell.setCellStyle(heading ? styles.heading(added) : styles.cell(added, faulty, runs(text)));
                if (!text.isEmpty()) {
                    cell.setCellValue(text);
                }
            }
            if (place < width) {
                longest[place] = Math.max(longest[place], text.length());
            }
        }
        faults.forEach((place, reasons) -> comments.add(row.getRowNum(), place, String.join("\n", reasons)));
    }

    /**
     * A text cell does not run, so its text needs no apostrophe in front. Where it has apostrophes of its own there, though,
     * it gets one more, which is what is taken off when the file is read.
     */
    private static String kept(String text) {
        String kept = text.startsWith("'") ? FormulaGuard.defuse(text) : text;
        if (kept.length() > EXCEL.getMaxTextLength()) {
            throw new NotForExcelException();
        }
        return kept;
    }

    /** The reasons are not read again, and stand in rejects.csv to their end. */
    private static String fitting(String reasons) {
        return reasons.length() <= EXCEL.getMaxTextLength()
                ? reasons
                : reasons.substring(0, EXCEL.getMaxTextLength() - 1) + "…";
    }

    private static boolean runs(String text) {
        return !FormulaGuard.defuse(text).equals(text);
    }

    /** How many rows there are below the header. */
    int rejects() {
        return rows - 1;
    }

    /** The number of the last row all of whose faults have a comment. */
    int lastCommented() {
        return comments.isFull() ? comments.lastRow() : rows;
    }

    /** Sets what is known only now. */
    void finish() {
        sheet.setAutoFilter(new CellRangeAddress(0, rows - 1, 0, width - 1));
        for (int place = 0; place < width; place++) {
            int characters =
                    place == width - 1 ? WIDTH_OF_REASONS : Math.min(WIDEST, Math.max(NARROWEST, longest[place] + 2));
            sheet.setColumnWidth(place, characters * CHARACTER);
        }
    }
}
