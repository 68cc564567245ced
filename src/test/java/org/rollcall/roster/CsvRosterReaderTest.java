package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rollcall.roster.RosterFixture.HEADER;
import static org.rollcall.roster.RosterFixture.csv;
import static org.rollcall.roster.RosterFixture.lines;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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

class CsvRosterReaderTest {
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
                        "a blank row above the header",
                        "\n" + HEADER + "\nann,Ann,Lee,a@x.org\n",
                        line(3, "ann", "Ann", "Lee", "a@x.org")),
                Arguments.of(
                        "every script", HEADER + "\nann,Ἄννα,李😀,a@x.org\n", line(2, "ann", "Ἄννα", "李😀", "a@x.org")),
                Arguments.of("no rows", HEADER + "\n", List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void readsCellsAsTheyCame(String description, String text, List<RosterLine> expected) {
        assertThat(lines(csv(folder, text))).isEqualTo(expected);
    }

    @Test
    void countsAQuotedCellWithLineBreaksAsOneRow() {
        Path file = csv(folder, HEADER + "\r\nann,\"Ann\r\nMary\",Lee,a@x.org\r\nbob,Bob,Ray,b@x.org\r\n");

        assertThat(lines(file))
                .containsExactly(
                        new RosterLine(2, List.of("ann", "Ann\nMary", "Lee", "a@x.org")),
                        new RosterLine(3, List.of("bob", "Bob", "Ray", "b@x.org")));
    }

    @Test
    void restoresDefusedCellsOfARejectReportOnly() {
        String row = "\nann,'=Ann,''-Lee,'quoted'";

        assertThat(lines(csv(folder, HEADER + ",reject_row" + row + ",7\n")))
                .containsExactly(new RosterLine(2, List.of("ann", "=Ann", "'-Lee", "'quoted'", "7")));
        assertThat(lines(csv(folder, HEADER + row + "\n")))
                .containsExactly(new RosterLine(2, List.of("ann", "'=Ann", "''-Lee", "'quoted'")));
    }

    @Nested
    class WhenTheFileIsNoRoster {
        static Stream<Arguments> refused() {
            String good = HEADER + "\n" + "ann,Ann,Lee,a@x.org\n".repeat(3);
            return Stream.of(
                    Arguments.of(
                            "a quote that is never closed",
                            good + "bob,\"Bob,Ray,b@x.org\nrow,six,of,it\n",
                            "Row 5 of roster.csv has a quotation mark that opens a cell and is not closed"),
                    Arguments.of(
                            "a quote closed by the next row's",
                            good + "bob,\"Bob,Ray,b@x.org\ncy,\"Cy\",Jay,c@x.org\n",
                            "Row 5 of roster.csv has a quotation mark that opens a cell and is not closed"),
                    Arguments.of(
                            "an unclosed quote in a long file",
                            good + "bob,\"Bob,Ray,b@x.org\n" + "cy,Cy,Jay,c@x.org\n".repeat(20_000),
                            "Row 5 of roster.csv has a quotation mark that opens a cell and is not closed"),
                    Arguments.of(
                            "a quote inside a cell",
                            good + "bob,Bob \"B\" Bo,Ray,b@x.org\n",
                            "Row 5 of roster.csv has a quotation mark in the middle of a cell"),
                    Arguments.of(
                            "a cell without end",
                            good + "x".repeat(40_000),
                            "Row 5 of roster.csv has a cell of more than 32767 characters"),
                    Arguments.of(
                            "a row without end",
                            good + ("x".repeat(999) + ",").repeat(200),
                            "Row 5 of roster.csv has more than 131072 characters"),
                    Arguments.of("blank", "\n\n", "roster.csv is empty."),
                    Arguments.of(
                            "no header",
                            "ann,Ann,Lee,a@x.org\n",
                            "roster.csv has no header: row 1 must hold the names of the columns, at least username"));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("refused")
        void saysWhereAndWhatToDo(String description, String text, String sentence) {
            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> lines(csv(folder, text)))
                    .withMessageStartingWith(sentence);
        }

        @Test
        void namesTheRowWhereTheTextStopsBeingUtf8() {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.writeBytes((HEADER + "\n" + "ann,Ann,Lee,a@x.org\n".repeat(10)).getBytes(StandardCharsets.UTF_8));
            content.writeBytes("zoe,Zoë,Lee,z@x.org\n".getBytes(StandardCharsets.ISO_8859_1));
            Path file = RosterFixture.bytes(folder, "roster.csv", content.toByteArray());

            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> lines(file))
                    .withMessage("roster.csv is not UTF-8 text near row 12: save it as 'CSV UTF-8'.");
        }

        @Test
        void findsBytesThatAreNoTextFarIntoTheFile() {
            Path file = csv(folder, HEADER + "\n" + "ann,Ann,Lee,a@x.org\n".repeat(9_999) + "b\0b,Bob,Ray,b@x.org\n");

            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> lines(file))
                    .withMessage("roster.csv is not a roster: it holds bytes that are no text near row 10001.");
        }
    }

    private static List<RosterLine> line(int number, String... cells) {
        return List.of(new RosterLine(number, List.of(cells)));
    }
}
