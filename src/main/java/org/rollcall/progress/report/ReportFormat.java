package org.rollcall.progress.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a report can be written as, told by the ending of its file's name. */
public enum ReportFormat {
    CSV(".csv"),
    XLSX(".xlsx"),
    HTML(".html");

    private final String ending;

    ReportFormat(String ending) {
        this.ending = ending;
    }

    /** The format that a file's name tells; empty for a name that tells none. */
    public static Optional<ReportFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending))
                .findFirst();
    }

    /** The name of the file in the folder of a run's reports. */
    public String fileName() {
        return "progress" + ending;
    }
}
