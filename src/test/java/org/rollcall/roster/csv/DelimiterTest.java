package org.rollcall.roster.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rollcall.roster.csv.CsvFixture.HEADER;
import static org.rollcall.roster.csv.CsvFixture.file;
import static org.rollcall.roster.csv.CsvFixture.open;
import static org.rollcall.roster.csv.CsvFixture.rows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLine;

/** What separates the cells. */
class DelimiterTest {
    private static final RosterLine ANN = new RosterLine(2, List.of("ann", "Ann", "Lee", "a@x.org"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", ":"})
    void isTheOneThatShowsTheNamesOfColumns(String delimiter) {
        CsvLines lines = open(file(folder, (HEADER + "\nann,Ann,Lee,a@x.org\n").replace(",", delimiter)));

        assertThat(lines.details().delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(rows(lines)).last().isEqualTo(ANN);
    }

    @Test
    void isFoundBelowTitlesThatHoldOtherOnes() {
        String titles = "Students, autumn term, 2026\n\nFaculty: Arts, Letters, Music\n";
        CsvLines lines = open(file(folder, titles + "username;firstname;email\nann;Lee, Ann;a\n"));

        assertThat(lines.details().delimiter()).isEqualTo(';');
        lines.close();
    }

    @Test
    void isTheOneThatSplitsEvenlyWhereNoNameIsKnown() {
        CsvLines lines = open(file(folder, "Kennung|Name\na|Lee, Ann\nb|Ray, Bob, Dr.\nc|Fox\n"));

        assertThat(lines.details().delimiter()).isEqualTo('|');
        lines.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            value = {
                "^ ! has \"^\" between its cells, which Rollcall does not look for: save it with commas, or set",
                "' ' ! has a space between its cells, which Rollcall does not look for: save it with commas, or set",
                "~ ! has \"~\" between its cells",
            })
    void isNamedInTheRefusalWhereItIsAnUnusualOne(String delimiter, String sentence) {
        Path file = file(folder, (HEADER + "\nann,Ann,Lee,a\n").replace(",", delimiter));

        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> open(file))
                .withMessageStartingWith("roster.csv " + sentence);
    }

    @Test
    void isMissedWhereEachRowHasButOneCell() {
        Path file = file(folder, "username\nann\nbob\n");

        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> open(file))
                .withMessage(
                        "roster.csv has only one cell in each row: Rollcall looks for commas, semicolons, tabs, | and"
                                + " : between cells, and finds none of them.");
    }

    @Nested
    class ThatTheFirstLineNames {
        @ParameterizedTest
        @ValueSource(strings = {"sep=;\n", "\uFEFFsep=;\r\n", "\"sep=;\"\r\n", "SEP=;\r"})
        void isObeyedAndTheLineIsNotCountedAsARow(String line) {
            CsvLines lines = open(file(folder, line + "username;firstname;lastname;email\nann;Ann;Lee;a@x.org\n"));

            assertThat(lines.details().delimiter()).isEqualTo(';');
            assertThat(lines.details().notes())
                    .containsExactly("The first line of the file says that \";\" stands between its cells.");
            assertThat(rows(lines)).last().isEqualTo(ANN);
        }

        @Test
        void goesBeforeTheOneThatIsFixed() {
            CsvLines lines = open(file(folder, "sep=,\n" + HEADER + "\nann,Ann,Lee,a@x.org\n"), fixed(';'));

            assertThat(lines.details().notes())
                    .singleElement()
                    .asString()
                    .endsWith("; the setting rollcall.roster.delimiter was left aside.");
            assertThat(rows(lines)).last().isEqualTo(ANN);
        }
    }

    @Nested
    class ThatIsFixed {
        @Test
        void isTaken() {
            CsvLines lines = open(file(folder, (HEADER + "\nann,Ann,Lee,a@x.org\n").replace(',', '^')), fixed('^'));

            assertThat(lines.details().delimiter()).isEqualTo('^');
            assertThat(rows(lines)).last().isEqualTo(ANN);
        }

        @Test
        void isLeftAsideForAReportOfOurOwn() {
            CsvLines lines = open(file(folder, "\uFEFF" + HEADER + ",reject_row\nann,Ann,Lee,a@x.org,7\n"), fixed(';'));

            assertThat(lines.details().notes()).singleElement().asString().contains("own reject reports");
            assertThat(rows(lines)).last().extracting(row -> row.cells().size()).isEqualTo(5);
        }

        @Test
        void isRefusedWhereItEndsLines() {
            Path file = file(folder, HEADER);

            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> open(file, fixed('"')))
                    .withMessageContaining("rollcall.roster.delimiter must not be a quotation mark");
        }
    }

    private static FileOptions fixed(char delimiter) {
        return new FileOptions(null, delimiter, null);
    }
}
