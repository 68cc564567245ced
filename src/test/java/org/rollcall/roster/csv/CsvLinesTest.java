package org.rollcall.roster.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rollcall.roster.csv.CsvFixture.HEADER;
import static org.rollcall.roster.csv.CsvFixture.file;
import static org.rollcall.roster.csv.CsvFixture.rowsBelowHeader;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLine;

class CsvLinesTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of(
                        "plain cells", HEADER + "\nann,Ann,Lee,a@x.org\n", line(2, "ann", "Ann", "Lee", "a@x.org")),
                Arguments.of(
                        "no line break at the end",
                        HEADER + "\nann,Ann,Lee,a@x.org",
                        line(2, "ann", "Ann", "Lee", "a@x.org")),
                Arguments.of(
                        "CRLF and byte order mark",
                        "\uFEFF" + HEADER + "\r\nann,Ann,Lee,a@x.org\r\n",
                        line(2, "ann", "Ann", "Lee", "a@x.org")),
                Arguments.of(
                        "old Mac line ends",
                        HEADER + "\rann,Ann,Lee,a@x.org\r",
                        line(2, "ann", "Ann", "Lee", "a@x.org")),
                Arguments.of("white space kept", HEADER + "\n ann ,Ann,Lee,\n", line(2, " ann ", "Ann", "Lee", "")),
                Arguments.of(
                        "quotes, commas and doubled quotes",
                        HEADER + "\nann,\"Ann \"\"A\"\"\",\"Lee, Dr\",\"\"\n",
                        line(2, "ann", "Ann \"A\"", "Lee, Dr", "")),
                Arguments.of(
                        "empty last cell behind a quoted one",
                        HEADER + "\nann,Ann,\"Lee\",\n",
                        line(2, "ann", "Ann", "Lee", "")),
                Arguments.of(
                        "a backslash is no escape",
                        HEADER + "\nann,Ann\\,Lee,\"a\\\"\n",
                        line(2, "ann", "Ann\\", "Lee", "a\\")),
                Arguments.of(
                        "semicolons",
                        "username;firstname;lastname;email\nann;Ann;Lee, Dr;a@x.org\n",
                        line(2, "ann", "Ann", "Lee, Dr", "a@x.org")),
                Arguments.of(
                        "tabs, quoted header",
                        "\"username\"\t\"firstname\"\t\"lastname\"\t\"email\"\nann\tAnn\tLee\t\n",
                        line(2, "ann", "Ann", "Lee", "")),
                Arguments.of("a short row", HEADER + "\nann,Ann\n", line(2, "ann", "Ann")),
                Arguments.of(
                        "a long row",
                        HEADER + "\nann,Ann,Lee,a@x.org,more\n",
                        line(2, "ann", "Ann", "Lee", "a@x.org", "more")),
                Arguments.of(
                        "blank rows counted",
                        HEADER + "\n\n , ,,\nann,Ann,Lee,a@x.org\n\n",
                        line(4, "ann", "Ann", "Lee", "a@x.org")),
                Arguments.of(
                        "every script", HEADER + "\nann,Ἄννα,李😀,a@x.org\n", line(2, "ann", "Ἄννα", "李😀", "a@x.org")),
                Arguments.of(
                        "line ends of every kind in one file",
                        HEADER + "\rann,Ann,Lee,\r\n\n\rbob,Bob,Ray,\n",
                        List.of(
                                new RosterLine(2, List.of("ann", "Ann", "Lee", "")),
                                new RosterLine(5, List.of("bob", "Bob", "Ray", "")))),
                Arguments.of(
                        "signs that are no line ends",
                        HEADER + "\nann,A\u0085n\u2028n,Lee,\n",
                        line(2, "ann", "A\u0085n\u2028n", "Lee", "")),
                Arguments.of(
                        "a delimiter at the end of each row but the header's",
                        HEADER + "\nann,Ann,Lee,a@x.org,\n",
                        line(2, "ann", "Ann", "Lee", "a@x.org", "")),
                Arguments.of(
                        "a delimiter at the end of the header only",
                        HEADER + ",,\nann,Ann,Lee,a@x.org\n",
                        line(2, "ann", "Ann", "Lee", "a@x.org", "", "")),
                Arguments.of(
                        "a delimiter in a quoted cell at the end",
                        HEADER + "\nann,Ann,Lee,\"a,\"\n",
                        line(2, "ann", "Ann", "Lee", "a,")),
                Arguments.of("no rows", HEADER + "\n", List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void readsCellsAsTheyCame(String description, String text, List<RosterLine> expected) {
        assertThat(rowsBelowHeader(file(folder, text))).isEqualTo(expected);
    }

    @Test
    void countsAQuotedCellWithLineBreaksAsOneRow() {
        Path file = file(folder, HEADER + "\r\nann,\"Ann\r\nMary\",Lee,a@x.org\r\nbob,Bob,Ray,b@x.org\r\n");

        assertThat(rowsBelowHeader(file))
                .containsExactly(
                        new RosterLine(2, List.of("ann", "Ann\nMary", "Lee", "a@x.org")),
                        new RosterLine(3, List.of("bob", "Bob", "Ray", "b@x.org")));
    }

    @Nested
    class WhenTheFileIsNoText {
        @Test
        void findsBytesThatAreNoTextFarIntoTheFile() {
            Path file = file(folder, HEADER + "\n" + "ann,Ann,Lee,a@x.org\n".repeat(9_999) + "b\0b,Bob,Ray,b@x.org\n");

            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> rowsBelowHeader(file))
                    .withMessage("roster.csv is not a roster: it holds bytes that are no text near row 10001.");
        }
    }

    private static List<RosterLine> line(int number, String... cells) {
        return List.of(new RosterLine(number, List.of(cells)));
    }
}
