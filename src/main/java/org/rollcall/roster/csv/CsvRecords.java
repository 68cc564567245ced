package org.rollcall.roster.csv;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.LineFinding;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.text.CellText;

/** The rows of a CSV text; blank ones are left out but counted. */
final class CsvRecords {
    /** Over more lines than these a stray quotation mark does not close by chance. */
    private static final int FEW_LINES = 20;

    private final RecordCutter records;
    private final RFC4180Parser parser;
    private final char delimiter;
    private final RosterLimits limits;
    private final HeaderWidth header;

    CsvRecords(Reader text, String file, CsvDialect dialect, RosterLimits limits) {
        this.records = new RecordCutter(text, file, dialect, limits);
        this.parser =
                new RFC4180ParserBuilder().withSeparator(dialect.delimiter()).build();
        this.delimiter = dialect.delimiter();
        this.limits = limits;
        this.header = HeaderWidth.of(dialect.header());
    }

    @Nullable
    RosterLine next() throws IOException {
        for (CsvRecord record = records.next(); record != null; record = records.next()) {
            RosterLine line = line(record);
            if (!line.findings().isEmpty() || !isBlank(line.cells())) {
                return line;
            }
        }
        return null;
    }

    /** The row that was read last, or that could not be read. */
    int row() {
        return records.row();
    }

    private RosterLine line(CsvRecord record) throws IOException {
        boolean plain = record.quoting() == Quoting.REGULAR && record.text().length() <= limits.maxCellLength();
        if (!plain) {
            return oddLine(record);
        }
        List<String> cells = Arrays.asList(parser.parseLine(record.text()));
        if (record.isBrokenOverLines() && header.named() > 1) {
            return lineOverLines(record, cells, List.of());
        }
        return new RosterLine(record.row(), header.completed(cells));
    }

    private RosterLine oddLine(CsvRecord record) throws IOException {
        OddCells odd = OddCells.of(record, delimiter);
        List<LineFinding> findings = new ArrayList<>();
        if (odd.odd() >= 0 || record.quoting() == Quoting.TOO_LONG) {
            findings.add(CsvFindings.of(record, odd.odd(), limits));
        }
        findings.addAll(CsvFindings.cutToLength(odd.cells(), limits.maxCellLength()));
        if (record.isBrokenOverLines() && header.named() > 1) {
            return lineOverLines(record, odd.cells(), findings);
        }
        return new RosterLine(record.row(), header.completed(odd.cells()), findings);
    }

    private RosterLine lineOverLines(CsvRecord record, List<String> cells, List<LineFinding> known) throws IOException {
        String text = record.text();
        boolean fits = header.fits(cells);
        boolean firstAlone = header.fits(alone(text.substring(0, text.indexOf('\n')), Quoting.UNCLOSED));
        if (!fits && firstAlone && record.lastLine() - record.firstLine() < FEW_LINES) {
            return oddLine(records.onlyFirstLine());
        }
        List<LineFinding> findings = new ArrayList<>(known);
        if (!fits) {
            findings.add(CsvFindings.raggedOverLines(record));
        } else if (firstAlone && header.fits(alone(text.substring(text.lastIndexOf('\n') + 1), Quoting.STRAY))) {
            findings.add(CsvFindings.perhapsTwoRows(record));
        }
        return new RosterLine(record.row(), header.completed(cells), findings);
    }

    private List<String> alone(String line, Quoting quoting) {
        return OddCells.of(new CsvRecord(0, 0, 0, line, quoting), delimiter).cells();
    }

    private static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!CellText.isBlankCell(cell)) {
                return false;
            }
        }
        return true;
    }
}
