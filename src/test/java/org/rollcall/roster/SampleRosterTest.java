package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.roster.RosterFixture.lines;
import static org.rollcall.roster.RosterFixture.problems;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.roster.file.RosterLine;

class SampleRosterTest {
    private static final int ROWS = 2_000;

    @TempDir
    private Path folder;

    @Test
    void writesTheSameCleanRowsAsCsvAndAsWorkbook() {
        Path csv = folder.resolve("sample.csv");
        Path workbook = folder.resolve("sample.xlsx");
        SampleRoster.write(csv, ROWS);
        SampleRoster.write(workbook, ROWS);

        List<RosterLine> rows = lines(csv);
        assertThat(rows).hasSize(ROWS).isEqualTo(lines(workbook));
        assertThat(problems(csv)).isEmpty();
        assertThat(rows).extracting(row -> row.cells().get(0)).doesNotHaveDuplicates();
        assertThat(rows).extracting(row -> row.cells().get(3)).doesNotHaveDuplicates();
    }

    @Test
    void writesTheSameFileEveryTime() {
        Path first = folder.resolve("first.csv");
        Path second = folder.resolve("second.csv");
        SampleRoster.write(first, ROWS);
        SampleRoster.write(second, ROWS);

        assertThat(RosterFile.sha256(first)).isEqualTo(RosterFile.sha256(second));
    }
}
