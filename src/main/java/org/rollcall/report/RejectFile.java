package org.rollcall.report;

import java.nio.file.Files;
import java.nio.file.Path;

/** Which of the files with rejects people are pointed to: a workbook, if their roster was one. */
public final class RejectFile {

    private RejectFile() {}

    /**
     * The file that is to be mended.
     *
     * @param reports the folder of the run's reports
     */
    public static Path toMend(Path reports, RunSummary run) {
        Path workbook = reports.resolve(RejectWorkbook.NAME);
        boolean wasWorkbook = run.file() != null && run.file().format().hasSheets();
        return wasWorkbook && Files.exists(workbook) ? workbook : reports.resolve(RejectReport.NAME);
    }
}
