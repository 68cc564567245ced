package org.rollcall.report;

import java.nio.file.Path;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.RunHistory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code summary.json}, and keeps in the ledger what it says. */
@Component
public class SummaryReport {

    /** The file's name. */
    public static final String NAME = "summary.json";

    private final ReportFiles files;
    private final RunHistory history;
    private final JsonMapper json;

    SummaryReport(ReportFiles files, RunHistory history, JsonMapper json) {
        this.files = files;
        this.history = history;
        this.json = json;
    }

    /** Writes the summary of a run, which is a {@link RunSummary} or an {@link UndoSummary}. */
    public Path write(Run run, Record summary) {
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(summary);
        history.keep(run.id(), text);
        return files.write(run, NAME, writer -> writer.append(text).append('\n'));
    }
}
