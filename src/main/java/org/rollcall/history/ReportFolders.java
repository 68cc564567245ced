package org.rollcall.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.ledger.RecordedRun;
import org.rollcall.ledger.RunHistory;
import org.rollcall.operation.SettingsException;
import org.rollcall.report.ReportFiles;
import org.rollcall.report.SummaryReport;
import org.springframework.stereotype.Component;

/** The folders of reports, which hold personal data in every file but the summary. */
@Component
class ReportFolders {

    private final ReportFiles files;
    private final SummaryReport summaryReport;
    private final RunHistory history;

    ReportFolders(ReportFiles files, SummaryReport summaryReport, RunHistory history) {
        this.files = files;
        this.history = history;
        this.summaryReport = summaryReport;
    }

    boolean holdPersonalData(RecordedRun past) {
        return !personal(past).isEmpty();
    }

    /** Deletes the reports of a run that was purged, but for its summary, which is written anew from what the ledger kept. */
    void clear(RecordedRun past) {
        // What was known of it before it was purged may hold what is to go.
        String kept = history.find(past.name()).orElseThrow().summary();
        if (kept != null) {
            summaryReport.write(past.run(), kept);
        }
        for (Path file : personal(past)) {
            try {
                Files.delete(file);
            } catch (IOException failed) {
                throw new SettingsException(
                        "The report %s cannot be deleted; see to its permissions.".formatted(file), failed);
            }
        }
    }

    /** The files that hold personal data, each before the folder that it lies in. */
    private List<Path> personal(RecordedRun past) {
        Path folder = files.folder(past.run());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !file.equals(folder) && !file.equals(folder.resolve(SummaryReport.NAME)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException failed) {
            throw new SettingsException(
                    "The folder %s cannot be read; see to its permissions.".formatted(folder), failed);
        }
    }
}
