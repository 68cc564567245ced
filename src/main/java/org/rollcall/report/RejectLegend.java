package org.rollcall.report;

import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.rollcall.ledger.RejectedRow;
import org.rollcall.ledger.Run;
import org.rollcall.roster.file.Problem;

/** The second sheet of the reject workbook, for whoever opens it without having read anything. */
final class RejectLegend {

    private static final String NAME = "Legend";
    private static final int CHARACTER = 256;
    private static final int[] WIDTHS = {28, 84, 8, 100};

    private final SXSSFSheet sheet;
    private final RejectStyles styles;
    private final XSSFCellStyle plain;
    private final Map<String, Tally> codes = new TreeMap<>();
    private int line;
    private int column;

    /** @param nameOfRows the sheet of the rows, behind which this one stands */
    RejectLegend(TextWorkbook book, String nameOfRows, RejectStyles styles) {
        this.sheet = book.createSheet(nameOfRows.equalsIgnoreCase(NAME) ? NAME + " 2" : NAME);
        this.styles = styles;
        this.plain = styles.cell(false, false, false);
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.setColumnWidth(column, WIDTHS[column] * CHARACTER);
        }
    }

    /** Counts the codes of a row. */
    void count(RejectedRow row) {
        row.errors().stream()
                .map(Problem::code)
                .distinct()
                .forEach(code -> codes.computeIfAbsent(code, same -> new Tally(example(row, code))).count++);
    }

    private static String example(RejectedRow row, String code) {
        String message = row.errors().stream()
                .filter(problem -> problem.code().equals(code))
                .map(Problem::message)
                .findFirst()
                .orElse("");
        return "row %d: %s".formatted(row.number(), message);
    }

    /**
     * Writes it, once all rows are known.
     *
     * @param lacksPasswords whether the roster has passwords, which are left out
     */
    void write(Run run, RejectSheet rejects, boolean lacksPasswords) {
        heading("%s: rows that could not be done, run %s".formatted(run.rosterName(), run.name()));
        blank();
        heading("Colours");
        line(
                styles.cell(false, true, false),
                "filled",
                "Something is wrong with the cell. Point at its corner, and a comment says what.");
        line(
                plain,
                "",
                "Where reject_reasons is filled, something is wrong with the row as a whole, or with a column that is not there.");
        line(
                styles.heading(true),
                "grey",
                "A column that Rollcall added. It may stay; it is ignored when the file is read again.");
        blank();
        heading("Columns that were added");
        line(plain, "reject_row", "The number of the row in " + run.rosterName() + ".");
        line(plain, "reject_columns", "The columns that are at fault.");
        line(plain, "reject_codes", "The kinds of fault, for filters and counts.");
        line(plain, "reject_reasons", "What is wrong, in words.");
        blank();
        heading("Codes", "What they mean", "Rows", "The first of them");
        codes.forEach((code, tally) ->
                line(plain, code, ProblemMeanings.of(code), Long.toString(tally.count), tally.example));
        blank();
        heading("How to go on");
        line(
                plain,
                "Mend",
                "Change the filled cells. All cells are text: what is typed stays as it is typed, leading zeros too.");
        line(plain, "Leave out", "Delete the rows that are not to be done.");
        line(plain, "Save", "Save the file as an Excel workbook.");
        line(plain, "Give it again", "`run.sh provision rejects.xlsx` does the rows, and only these.");
        blank();
        heading("Notes");
        line(
                plain,
                "Rows done in part",
                "They have only the cells that are still wanted; everything else of them is done.");
        if (rejects.lastCommented() < rejects.rejects() + 1) {
            line(
                    plain,
                    "Comments",
                    "They go down to row %,d, as many more would make the file slow. Below it reject_reasons says what is wrong."
                            .formatted(rejects.lastCommented()));
        }
        if (lacksPasswords) {
            line(plain, "Passwords", "They are left out of this file; type them again where they are needed.");
        }
    }

    private void heading(String... cells) {
        for (String cell : cells) {
            put(cell, styles.heading(false));
        }
        blank();
    }

    /** @param first how the first cell looks */
    private void line(XSSFCellStyle first, String... cells) {
        for (String cell : cells) {
            put(cell, column == 0 ? first : plain);
        }
        blank();
    }

    private void put(String text, XSSFCellStyle style) {
        SXSSFRow row = column == 0 ? sheet.createRow(line) : sheet.getRow(line);
        SXSSFCell cell = row.createCell(column++);
        cell.setCellStyle(style);
        cell.setCellValue(text);
    }

    /** Goes on to the next line. */
    private void blank() {
        line++;
        column = 0;
    }

    private static final class Tally {
        private final String example;
        private long count;

        Tally(String example) {
            this.example = example;
        }
    }
}
