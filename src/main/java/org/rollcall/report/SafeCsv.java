package org.rollcall.report;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.rollcall.roster.text.FormulaGuard;

/** Writes CSV that a spreadsheet opens as it is meant: in UTF-8, and with nothing in it that would run as a formula. */
public final class SafeCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ICSVWriter csv;

    /** Begins a file. */
    public SafeCsv(Writer writer) throws IOException {
        // Without the mark Excel takes the file for one in its own old code page and spoils every name.
        writer.write(BYTE_ORDER_MARK);
        this.csv = new CSVWriterBuilder(writer)
                .withParser(new RFC4180ParserBuilder().build())
                .withLineEnd(ICSVWriter.RFC4180_LINE_END)
                .build();
    }

    /** Writes a line. */
    public void write(List<String> cells) {
        csv.writeNext(cells.stream().map(FormulaGuard::defuse).toArray(String[]::new), false);
    }

    /** Sees everything on its way. The writer below stays open. */
    public void finish() throws IOException {
        csv.flushQuietly();
        if (csv.checkError()) {
            throw new IOException("The report could not be written to its end.", csv.getException());
        }
    }
}
