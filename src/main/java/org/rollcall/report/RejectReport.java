package org.rollcall.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.ledger.RejectedRow;
import org.rollcall.ledger.Rejects;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.Runs;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.roster.RosterRules;
import org.springframework.stereotype.Component;

/**
 * Writes {@code rejects.csv}: the rows that could not be done, in the roster's own columns and order, with what is wrong
 * with each in four columns behind. Mended, the file can be dropped as it is.
 */
@Component
public class RejectReport {

    /** The file's name. */
    public static final String NAME = "rejects.csv";

    private final ReportFiles files;
    private final Runs runs;
    private final Rejects rejects;
    private final RosterRules rules;
    private final RollcallSettings settings;

    RejectReport(ReportFiles files, Runs runs, Rejects rejects, RosterRules rules, RollcallSettings settings) {
        this.files = files;
        this.runs = runs;
        this.rejects = rejects;
        this.rules = rules;
        this.settings = settings;
    }

    /** Writes the rejects of a run; a file with nothing but the header where there are none. */
    public Path write(Run run) {
        return write(run, files.folder(run), settings.rejects().includePasswords());
    }

    /** Writes them into some folder, with the passwords of the roster or without. */
    Path write(Run run, Path folder, boolean passwords) {
        RejectColumns columns = new RejectColumns(runs.header(run.id()), rules.names(), passwords);
        return files.write(folder, NAME, writer -> write(run, columns, writer));
    }

    private void write(Run run, RejectColumns columns, BufferedWriter writer) throws IOException {
        SafeCsv csv = new SafeCsv(writer);
        csv.write(columns.header());
        rejects.forEach(run.id(), row -> csv.write(line(columns, row)));
        csv.finish();
    }

    private static List<String> line(RejectColumns columns, RejectedRow row) {
        List<String> line = new ArrayList<>(columns.cells(row));
        line.addAll(RejectReasons.of(row));
        line.addAll(columns.surplus(row));
        return line;
    }
}
