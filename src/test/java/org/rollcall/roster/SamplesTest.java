package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.roster.RosterFixture.lines;
import static org.rollcall.roster.RosterFixture.problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.roster.file.RosterLine;

class SamplesTest {
    private static final Path SAMPLES = Path.of("samples");

    @Test
    void theWorkbookHoldsTheSameRowsAsTheCsvFile() {
        List<RosterLine> rows = lines(SAMPLES.resolve("roster.csv"));

        assertThat(rows).hasSize(200).isEqualTo(lines(SAMPLES.resolve("roster.xlsx")));
    }

    @Test
    void theCleanRosterHasNoProblems() {
        assertThat(problems(SAMPLES.resolve("roster.csv"))).isEmpty();
    }

    @Test
    void theFaultyRosterHasExactlyTheProblemsThatItsReadmeLists() throws IOException {
        List<String> listed = Files.readAllLines(SAMPLES.resolve("README.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .filter(line -> !line.contains(".duplicate"))
                .toList();

        assertThat(problems(SAMPLES.resolve("roster-with-faults.csv")))
                .extracting(problem -> "| %d | %s | `%s` | %s |"
                        .formatted(problem.row(), problem.column(), problem.code(), problem.message()))
                .containsExactlyElementsOf(listed)
                .hasSizeGreaterThan(25);
    }
}
