package org.rollcall.report;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import com.opencsv.RFC4180ParserBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.ledger.RejectedRow;
import org.rollcall.ledger.Rejects;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.Runs;
import org.rollcall.roster.FormulaGuard;
import org.springframework.stereotype.Component;

/**
 * Writes {@code rejects.csv}: the rows that could not be done, in the roster's own columns and order, with what is wrong
 * with each in four columns behind. Mended, the file can be dropped as it is.
 */
@Component
public class RejectReport {

    /** The file's name. */
    public static final String NAME = "rejects.csv";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ReportFiles files;
    private final Runs runs;
    private final Rejects rejects;

    RejectReport(ReportFiles files, Runs runs, Rejects rejects) {
        this.files = files;
        this.runs = runs;
        this.rejects = rejects;
    }

    /** Writes the rejects of a run; a file with nothing but the header where there are none. */
    public Path write(Run run) {
        RejectColumns columns = new RejectColumns(runs.header(run.id()));
        return files.write(run, NAME, writer -> write(run, columns, writer));
    }

    private void write(Run run, RejectColumns columns, BufferedWriter writer) throws IOException {
        // Without the mark Excel takes the file for one in its own old code page and spoils every name.
        writer.write(BYTE_ORDER_MARK);
        ICSVWriter csv = new CSVWriterBuilder(writer)
                .withParser(new RFC4180ParserBuilder().build())
                .withLineEnd(ICSVWriter.RFC4180_LINE_END)
                .build();
        csv.writeNext(defused(columns.header()), false);
        rejects.forEach(run.id(), row -> csv.writeNext(defused(line(columns, row)), false));
        csv.flushQuietly();
        if (csv.checkError()) {
            throw new IOException("The rejects could not be written.", csv.getException());
        }
    }

    private static List<String> line(RejectColumns columns, RejectedRow row) {
        List<String> line = new ArrayList<>(columns.cells(row));
        line.addAll(RejectReasons.of(row));
        line.addAll(columns.surplus(row));
        return line;
    }

    private static String[] defused(List<String> cells) {
        return cells.stream().map(FormulaGuard::defuse).toArray(String[]::new);
    }
}
