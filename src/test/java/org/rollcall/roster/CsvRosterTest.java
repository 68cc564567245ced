package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rollcall.roster.RosterFixture.HEADER;
import static org.rollcall.roster.RosterFixture.csv;
import static org.rollcall.roster.RosterFixture.lines;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLine;

/** What the rows of a CSV file are to a roster; how they are cut is tested in the room below. */
class CsvRosterTest {
    @TempDir
    private Path folder;

    @Test
    void findsTheHeaderBelowABlankRow() {
        assertThat(lines(csv(folder, "\n" + HEADER + "\nann,Ann,Lee,a@x.org\n")))
                .containsExactly(new RosterLine(3, List.of("ann", "Ann", "Lee", "a@x.org")));
    }

    @Test
    void restoresDefusedCellsOfARejectReportOnly() {
        String row = "\nann,'=Ann,''-Lee,'quoted'";

        assertThat(lines(csv(folder, HEADER + ",reject_row" + row + ",7\n")))
                .containsExactly(new RosterLine(2, List.of("ann", "=Ann", "'-Lee", "'quoted'", "7")));
        assertThat(lines(csv(folder, HEADER + row + "\n")))
                .containsExactly(new RosterLine(2, List.of("ann", "'=Ann", "''-Lee", "'quoted'")));
    }

    @Test
    void makesARejectOfARowWhoseQuotationMarkIsNotClosedAndReadsTheOthers() {
        Path file = csv(folder, HEADER + "\nann,\"Ann,Lee,a@x.org\nbob,Bob,Ray,b@x.org\n");

        assertThat(lines(file)).hasSize(2);
        assertThat(RosterFixture.problems(file)).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.code()).isEqualTo("row.quote");
            assertThat(problem.column()).isEqualTo("firstname");
            assertThat(problem.isError()).isTrue();
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            value = {
                "blank     # '\\n\\n'                  # roster.csv is empty.",
                "no header # 'ann,Ann,Lee,a@x.org\\n'  # roster.csv has no header: row 1 holds a person already",
            })
    void refusesWhatIsNoRoster(String description, String text, String sentence) {
        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> lines(csv(folder, text.replace("\\n", "\n"))))
                .withMessageStartingWith(sentence);
    }
}
