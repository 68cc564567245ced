package org.rollcall.roster.csv;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.roster.file.LineFinding;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.file.Severity;

/** What a registrar is told about a record that does not keep to the rules. */
final class CsvFindings {
    private static final String QUOTE = "row.quote";

    private CsvFindings() {}

    /** About the quotation marks of a record, of which the cell {@code odd} is the first odd one. */
    static LineFinding of(CsvRecord record, int odd, RosterLimits limits) {
        return switch (record.quoting()) {
            case LOOSE ->
                warning(
                        odd,
                        "cell.quote-blank",
                        "Cell %d has blanks around its quotation marks; they were left out.".formatted(odd + 1));
            case REGULAR, STRAY ->
                warning(
                        odd,
                        "cell.quote-inside",
                        "Cell %d has a quotation mark in it, which was taken for a part of the text."
                                .formatted(odd + 1));
            case TEXT_BEHIND ->
                error(
                        odd,
                        "Cell %d has text behind the quotation mark that closes it: %s"
                                .formatted(odd + 1, remedy(record)));
            case UNCLOSED ->
                error(
                        odd,
                        "Cell %d begins with a quotation mark that is not closed%s: %s"
                                .formatted(odd + 1, place(record), remedy(record)));
            case TOO_LONG ->
                LineFinding.error(
                        "row.too-long",
                        "The row has more than %d characters; what stands behind them is lost.%s"
                                .formatted(
                                        limits.maxRowLength(),
                                        record.isBrokenOverLines() ? " Perhaps a quotation mark is missing." : ""));
        };
    }

    /** Rejects a line that holds bytes which are not of the file's character set. */
    static RosterLine withBrokenBytes(RosterLine line) {
        for (int i = 0; i < line.cells().size(); i++) {
            if (line.cells().get(i).indexOf(TextCharset.REPLACEMENT) >= 0) {
                List<LineFinding> findings = new ArrayList<>(line.findings());
                findings.add(new LineFinding(
                        i,
                        "cell.charset",
                        "Cell %d holds bytes that are not of the file's character set, and shows %s in their place; type it again."
                                .formatted(i + 1, TextCharset.REPLACEMENT),
                        Severity.ERROR));
                return new RosterLine(line.number(), line.cells(), findings);
            }
        }
        return line;
    }

    /** About a record that goes over several lines and has other cells than the header. */
    static LineFinding raggedOverLines(CsvRecord record) {
        return LineFinding.error(
                QUOTE,
                "The row goes over the lines %d to %d of the text; perhaps a quotation mark is missing."
                        .formatted(record.firstLine(), record.lastLine()));
    }

    /** About a record that may be two, as its first and its last line look like a row each. */
    static LineFinding perhapsTwoRows(CsvRecord record) {
        return LineFinding.warning(
                "row.lines",
                ("The row goes over the lines %d to %d of the text, of which the first and the last alone would be a row"
                                + " each; check that no quotation mark is missing.")
                        .formatted(record.firstLine(), record.lastLine()));
    }

    /** Cuts the cells that are too long, and tells about each. */
    static List<LineFinding> cutToLength(List<String> cells, int longest) {
        List<LineFinding> findings = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.length() > longest) {
                int end = Character.isHighSurrogate(cell.charAt(longest - 1)) ? longest - 1 : longest;
                cells.set(i, cell.substring(0, end));
                findings.add(new LineFinding(
                        i,
                        "cell.too-long",
                        "Cell %d has more than %d characters; what stands behind them is lost."
                                .formatted(i + 1, longest),
                        Severity.ERROR));
            }
        }
        return findings;
    }

    private static String place(CsvRecord record) {
        return record.firstLine() == record.row() ? "" : " (line %d of the text)".formatted(record.firstLine());
    }

    private static String remedy(CsvRecord record) {
        return record.text().contains("\\\"")
                ? "write two quotation marks where one belongs to the text, not a backslash and a mark."
                : "put the whole cell in quotation marks, and write two of them where one belongs to the text.";
    }

    private static LineFinding error(int cell, String message) {
        return new LineFinding(cell, QUOTE, message, Severity.ERROR);
    }

    private static LineFinding warning(int cell, String code, String message) {
        return new LineFinding(cell, code, message, Severity.WARNING);
    }
}
