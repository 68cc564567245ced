package org.rollcall.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.rollcall.ledger.Problems;
import org.rollcall.ledger.Run;
import org.springframework.stereotype.Component;

/** Writes {@code problems.csv}: every error and every warning, a line each. */
@Component
public class ProblemReport {

    /** The file's name. */
    public static final String NAME = "problems.csv";

    private static final List<String> COLUMNS = List.of("row", "severity", "column", "value", "code", "reason");

    private final ReportFiles files;
    private final Problems problems;

    ProblemReport(ReportFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** Writes the problems of a run; a file with nothing but the header where there are none. */
    public Path write(Run run) {
        return files.write(run, NAME, writer -> write(run, writer));
    }

    private void write(Run run, BufferedWriter writer) throws IOException {
        SafeCsv csv = new SafeCsv(writer);
        csv.write(COLUMNS);
        problems.forEach(
                run.id(),
                problem -> csv.write(List.of(
                        problem.row() == 0 ? "" : Integer.toString(problem.row()),
                        problem.severity().name().toLowerCase(Locale.ROOT),
                        problem.column(),
                        problem.value(),
                        problem.code(),
                        problem.message())));
        csv.finish();
    }
}
