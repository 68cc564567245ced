package org.rollcall.roster.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.roster.csv.CsvFixture.HEADER;
import static org.rollcall.roster.csv.CsvFixture.file;
import static org.rollcall.roster.csv.CsvFixture.findings;
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
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.file.Severity;

/** Rows whose quotation marks do not keep to the rules. */
class QuotationMarksTest {
    private static final String GOOD = "cy,Cy,Jay,c@x.org";

    @TempDir
    private Path folder;

    static Stream<Arguments> odd() {
        return Stream.of(
                row("inches", "ann,5\" disk,Lee,a", "cell.quote-inside", "ann", "5\" disk", "Lee", "a"),
                row("a mark in a name", "ann,O\"Neil,Lee,a", "cell.quote-inside", "ann", "O\"Neil", "Lee", "a"),
                row("a mark at the end", "ann,Ann,Lee\",a", "cell.quote-inside", "ann", "Ann", "Lee\"", "a"),
                row("blanks around", "ann, \"Ann, B\" ,Lee,a", "cell.quote-blank", "ann", "Ann, B", "Lee", "a"),
                row("a blank, not closed", "ann, \"Ann,Lee,a", "cell.quote-inside", "ann", " \"Ann", "Lee", "a"),
                row("text behind", "ann,\"An\"n,Lee,a", "row.quote", "ann", "Ann", "Lee", "a"),
                row("marks not doubled", "ann,\"A \"B\" C\",Lee,a", "row.quote", "ann", "A B\" C\"", "Lee", "a"),
                row("backslashes", "ann,\"A \\\"B\\\" C\",Lee,a", "row.quote", "ann", "A \\B\\\" C\"", "Lee", "a"),
                row("not closed", "ann,\"Ann,Lee,a", "row.quote", "ann", "Ann", "Lee", "a"),
                row("not closed, the last", "ann,\"A, B\",Lee,\"a", "row.quote", "ann", "A, B", "Lee", "a"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void concernTheirOwnRowAlone(String description, String row, String code, List<String> cells) {
        List<RosterLine> rows = rowsBelowHeader(file(folder, HEADER + "\n" + GOOD + "\n" + row + "\n" + GOOD + "\n"));

        assertThat(rows).extracting(RosterLine::number).containsExactly(2, 3, 4);
        assertThat(rows).element(1).extracting(RosterLine::cells).isEqualTo(cells);
        assertThat(rows.get(1).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.severity()).isEqualTo(code.startsWith("row") ? Severity.ERROR : Severity.WARNING);
        });
        assertThat(rows.get(0).findings()).isEmpty();
        assertThat(rows.get(2).findings()).isEmpty();
    }

    @Test
    void areExplainedWhereTheyFollowABackslash() {
        List<RosterLine> rows = rowsBelowHeader(file(folder, HEADER + "\nann,\"A \\\"B\\\" C\",Lee,a\n"));

        assertThat(rows.get(0).findings().get(0).message())
                .isEqualTo(
                        "Cell 2 has text behind the quotation mark that closes it: write two quotation marks where one"
                                + " belongs to the text, not a backslash and a mark.");
    }

    @Nested
    class ThatAreNotClosed {
        static Stream<Arguments> texts() {
            return Stream.of(
                    Arguments.of("by a quoted cell of the next row", "cy,\"Cy\",Jay,c@x.org\n"),
                    Arguments.of("by a quoted cell far below", (GOOD + "\n").repeat(200) + "cy,\"Cy\",Jay,c@x.org\n"),
                    Arguments.of("in a long file", (GOOD + "\n").repeat(20_000)),
                    Arguments.of("before the file's end", ""));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("texts")
        void concernTheRowWhereTheyOpen(String description, String below) {
            List<RosterLine> rows =
                    rowsBelowHeader(file(folder, HEADER + "\n" + GOOD + "\nbob,\"Bob,Ray,b@x.org\n" + below));

            assertThat(findings(rows)).containsExactly("3:1 row.quote");
            assertThat(rows).hasSize(2 + below.split("\n").length - (below.isEmpty() ? 1 : 0));
            assertThat(rows.get(1).cells()).containsExactly("bob", "Bob", "Ray", "b@x.org");
        }

        @Test
        void nameTheLineOfTheTextWhereItIsNotTheRow() {
            List<RosterLine> rows =
                    rowsBelowHeader(file(folder, HEADER + "\nann,\"Ann\nMary\",Lee,a@x.org\nbob,\"Bob,Ray,b@x.org\n"));

            assertThat(rows.get(1).findings().get(0).message())
                    .startsWith("Cell 2 begins with a quotation mark that is not closed (line 4 of the text): put the");
        }

        @Test
        void areToldFromOnesThatCloseByChanceIfTheRowWouldHaveOtherCellsThanTheHeader() {
            List<RosterLine> rows = rowsBelowHeader(
                    file(folder, HEADER + "\nbob,\"Bob,Ray,b@x.org\n" + GOOD + "\ndi,Di\",Fox,d@x.org,x\n" + GOOD));

            assertThat(findings(rows)).containsExactly("2:1 row.quote", "4:1 cell.quote-inside");
            assertThat(rows).extracting(RosterLine::number).containsExactly(2, 3, 4, 5);
        }

        @Test
        void areSuspectedWhereARowOverSeveralLinesHasOtherCellsThanTheHeader() {
            List<RosterLine> rows =
                    rowsBelowHeader(file(folder, HEADER + "\nbob,\"Bob,Ray\n" + GOOD + "\ndi,Di\",Fox\n" + GOOD));

            assertThat(findings(rows)).containsExactly("2:-1 row.quote");
            assertThat(rows.get(0).findings().get(0).message())
                    .isEqualTo("The row goes over the lines 2 to 4 of the text; perhaps a quotation mark is missing.");
            assertThat(rows).extracting(RosterLine::number).containsExactly(2, 3);
        }

        @Test
        void areSuspectedWhereTwoRowsMakeOne() {
            List<RosterLine> rows =
                    rowsBelowHeader(file(folder, HEADER + "\nbob,\"Bob,Ray,b@x.org\ndi,Di\",Fox,d@x.org\n" + GOOD));

            assertThat(findings(rows)).containsExactly("2:-1 row.lines");
            assertThat(rows.get(0).cells()).containsExactly("bob", "Bob,Ray,b@x.org\ndi,Di", "Fox", "d@x.org");
        }
    }

    /** Where time grew with the square of the length, these would take hours. */
    @Nested
    class InEveryLine {
        static Stream<Arguments> lines() {
            return Stream.of(
                    Arguments.of("each closed by the next", "a,\"b\n"),
                    Arguments.of("never closed", "\"\"\"\n"),
                    Arguments.of("closed and opened again", "a\",\"\n"),
                    Arguments.of("closed and opened again, with other cells", "a,b,c\",\"\n"),
                    Arguments.of("closed in vain at the end", "a\",\"x\"\"\n"));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("lines")
        void areReadInTheTimeOfTheirLength(String description, String line) {
            Path file = file(folder, HEADER + "\n" + line.repeat(100_000) + "\"x\"y\n");

            List<RosterLine> rows = rowsBelowHeader(file);

            assertThat(rows).hasSizeGreaterThan(10);
            assertThat(rows.get(rows.size() - 1).cells()).last().isEqualTo("xy");
        }
    }

    @Nested
    class OfAbsurdLength {
        @Test
        void aCellIsCutAndItsRowMarked() {
            List<RosterLine> rows =
                    rowsBelowHeader(file(folder, HEADER + "\nann," + "x".repeat(40_000) + ",Lee,a\n" + GOOD + "\n"));

            assertThat(findings(rows)).containsExactly("2:1 cell.too-long");
            assertThat(rows.get(0).cells().get(1)).hasSize(32_767);
            assertThat(rows.get(0).cells().get(2)).isEqualTo("Lee");
        }

        @Test
        void aQuotedCellIsCutAndItsRowMarked() {
            List<RosterLine> rows = rowsBelowHeader(
                    file(folder, HEADER + "\nann,\"" + "x".repeat(40_000) + "\",Lee,a\n" + GOOD + "\n"));

            assertThat(findings(rows)).containsExactly("2:1 cell.too-long");
            assertThat(rows).extracting(RosterLine::number).containsExactly(2, 3);
        }

        @Test
        void aRowIsCutAndMarked() {
            List<RosterLine> rows = rowsBelowHeader(
                    file(folder, HEADER + "\nann," + ("x".repeat(999) + ",").repeat(400) + "\n" + GOOD + "\n"));

            assertThat(findings(rows)).containsExactly("2:-1 row.too-long");
            assertThat(rows).extracting(RosterLine::number).containsExactly(2, 3);
            assertThat(rows.get(1).cells()).containsExactly("cy", "Cy", "Jay", "c@x.org");
        }
    }

    private static Arguments row(String description, String row, String code, String... cells) {
        return Arguments.of(description, row, code, List.of(cells));
    }
}
