package org.rollcall.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoItems;
import org.springframework.stereotype.Component;

/** Writes {@code undo.csv}: what a run takes back of an earlier one, and what it keeps and why, a line each. */
@Component
public class UndoReport {

    /** The file's name. */
    public static final String NAME = "undo.csv";

    private static final List<String> COLUMNS =
            List.of("state", "action", "username", "what", "before", "after", "reason");

    private final ReportFiles files;
    private final UndoItems items;

    UndoReport(ReportFiles files, UndoItems items) {
        this.files = files;
        this.items = items;
    }

    /** Writes it as things stand now. */
    public void write(Run run) {
        files.write(run, NAME, writer -> write(run, writer));
    }

    private void write(Run run, BufferedWriter writer) throws IOException {
        SafeCsv csv = new SafeCsv(writer);
        csv.write(COLUMNS);
        items.forEach(run.id(), item -> csv.write(line(item)));
        csv.finish();
    }

    private static List<String> line(UndoItem item) {
        boolean hasValues = !item.column().isEmpty();
        return List.of(
                item.state().words(),
                item.action().words(),
                item.username(),
                hasValues ? item.column() : item.name(),
                hasValues && item.found() != null ? item.found() : "",
                hasValues && item.restored() != null ? item.restored() : "",
                item.reason());
    }
}
