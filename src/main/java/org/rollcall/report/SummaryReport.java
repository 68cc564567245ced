package org.rollcall.report;

import java.nio.file.Path;
import org.rollcall.ledger.Run;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code summary.json}. */
@Component
public class SummaryReport {

    /** The file's name. */
    public static final String NAME = "summary.json";

    private final ReportFiles files;
    private final JsonMapper json;

    SummaryReport(ReportFiles files, JsonMapper json) {
        this.files = files;
        this.json = json;
    }

    /** Writes the summary of a run. */
    public Path write(Run run, RunSummary summary) {
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(summary);
        return files.write(run, NAME, writer -> writer.append(text).append('\n'));
    }
}
