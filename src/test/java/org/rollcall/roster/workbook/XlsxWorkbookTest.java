package org.rollcall.roster.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rollcall.roster.workbook.RawWorkbook.HEADER;
import static org.rollcall.roster.workbook.RawWorkbook.row;
import static org.rollcall.roster.workbook.RawWorkbook.worksheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.roster.file.FileFormat;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;

@DisplayName("An Excel workbook")
class XlsxWorkbookTest {
    private static final Set<String> NAMES = Set.of("username", "firstname", "lastname", "email");
    private static final String ADA = row(2, "ada", "Ada", "Lovelace", "ada@example.edu");

    @TempDir
    private Path folder;

    private static String merged(int count) {
        return IntStream.range(0, count)
                .map(index -> 3 * index + 2)
                .mapToObj(row -> "<mergeCell ref=\"A%d:A%d\"/>".formatted(row, row + 1))
                .collect(Collectors.joining());
    }

    static Stream<Arguments> layouts() {
        String text = "<c t=\"inlineStr\"><is><t>%s</t></is></c>";
        return Stream.of(
                Arguments.of(
                        "rows and cells that do not say where they stand",
                        "<row>" + text.formatted("a") + "<c/>" + text.formatted("b") + "</row><row/><row>"
                                + text.formatted("c") + "</row>",
                        List.of("1: a||b", "3: c")),
                Arguments.of(
                        "a cell without a place behind one with a place",
                        "<row r=\"4\"><c r=\"C4\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
                        List.of("4: ||1|2", "5: 3")),
                Arguments.of(
                        "cells out of order",
                        "<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c></row>",
                        List.of("1: 1||3")),
                Arguments.of(
                        "places in small letters", "<row r=\"1\"><c r=\"b1\"><v>3</v></c></row>", List.of("1: |3")),
                Arguments.of(
                        "a cell beyond the last column that has nothing but a format",
                        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFE1\" s=\"3\"/></row>",
                        List.of("1: 1")),
                Arguments.of(
                        "a cell in the last column",
                        "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>",
                        List.of("1: " + "|".repeat(16_383) + "1")),
                Arguments.of(
                        "rows of two parts of data",
                        row(1, "a") + "</sheetData><sheetData>" + row(2, "b"),
                        List.of("1: a", "2: b")),
                Arguments.of("white space only, which is blank", row(1, " \u00a0 ") + row(2, "b"), List.of("2: b")),
                Arguments.of(
                        "text in several runs, without how it is read aloud",
                        "<row><c t=\"inlineStr\"><is><r><t>To</t></r><rPh sb=\"0\" eb=\"2\"><t>x</t></rPh><r><rPr><b/>"
                                + "</rPr><t>kyo</t></r><phoneticPr/></is></c></row>",
                        List.of("1: Tokyo")),
                Arguments.of(
                        "an inline text given as a value",
                        "<row><c t=\"inlineStr\"><v>a</v></c></row>",
                        List.of("1: a")),
                Arguments.of(
                        "characters that XML cannot hold",
                        row(1, "a_x000D_b", "_x005F_x000D_", "_x00e9_", "_xZZZZ_", "_x00", "a_x0041__x0042_"),
                        List.of("1: a\rb|_x000D_|é|_xZZZZ_|_x00|aAB")),
                Arguments.of("half a character, which stays half", row(1, "_xD83D_"), List.of("1: \uD83D")),
                Arguments.of(
                        "marked-up and protected text",
                        row(1, "<![CDATA[<a>]]> &amp; &#x1F600;"),
                        List.of("1: <a> & \uD83D\uDE00")),
                Arguments.of(
                        "truth in both ways",
                        "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>true</v></c><c t=\"b\"><v>0</v></c></row>",
                        List.of("1: TRUE|TRUE|FALSE")),
                Arguments.of("an error", "<row><c t=\"e\"><v>#N/A</v></c></row>", List.of("1: #N/A")),
                Arguments.of(
                        "dates in ISO 8601",
                        "<row><c t=\"d\"><v>2026-09-01T00:00:00</v></c><c t=\"d\"><v>2026-09-01T08:30:00.000Z</v></c>"
                                + "<c t=\"d\"><v>2026-09-01</v></c><c t=\"d\"><v>soon</v></c></row>",
                        List.of("1: 2026-09-01|2026-09-01 08:30|2026-09-01|soon")),
                Arguments.of("numbers in odd white space", "<row><c><v>\n 42 \n</v></c></row>", List.of("1: 42")),
                Arguments.of(
                        "a form's anchor, which has rows of its own",
                        row(1, "a") + "</sheetData><controls><anchor><row>7</row></anchor></controls><sheetData>",
                        List.of("1: a")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    @DisplayName("is read in every layout")
    void isReadInEveryLayout(String description, String rows, List<String> expected) {
        assertThat(read(RawWorkbook.of(rows).in(folder))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "<c><f>6*7</f><v>42</v></c>; 42",
                "<c t=\"str\"><f>A1</f><v>Ada</v></c>; Ada",
                "<c t=\"str\"><f>A1</f><v></v></c>; ''",
                "<c t=\"e\"><f>A1</f><v>#REF!</v></c>; #REF!",
                "<c t=\"b\"><f>A1</f><v>1</v></c>; TRUE",
                "<c><f>A1</f></c>; #GETTING_DATA",
                "<c><f>A1</f><v></v></c>; #GETTING_DATA",
                "<c><f>A1</f><v/></c>; #GETTING_DATA",
                "<c t=\"str\"><f>A1</f></c>; #GETTING_DATA",
                "<c><f t=\"shared\" si=\"0\"/></c>; #GETTING_DATA",
                "<c><f>A1</f><v>0</v></c>; 0"
            })
    @DisplayName("has the value that a formula came to, or says that there is none")
    void hasTheValueOfAFormula(String cell, String shown) {
        Path file = RawWorkbook.of("<row>" + cell + "<c><v>1</v></c></row>").in(folder);

        assertThat(read(file)).containsExactly("1: " + shown + "|1");
    }

    @Test
    @DisplayName("that is to be calculated when it is opened has no values where it has zeros")
    void hasNoValuesBeforeItIsCalculated() {
        Path file = RawWorkbook.of("<row><c><f>A2</f><v>0</v></c><c><f>A3</f><v>7</v></c><c><v>0</v></c></row>")
                .saying("<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>")
                .in(folder);

        assertThat(read(file)).containsExactly("1: #GETTING_DATA|7|0");
    }

    @Test
    @DisplayName("has shared texts in any order, each as often as it is used")
    void hasSharedTexts() {
        Path file = RawWorkbook.of("<row><c t=\"s\"><v>2</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>2</v></c>"
                        + "<c t=\"s\"><v>1</v></c><c t=\"s\"><v> 3 </v></c></row>")
                .strings(
                        "<si><t>a</t></si><si><t xml:space=\"preserve\"> b_x000D_</t></si><si><r><t>Zo</t></r><r><t>ë</t>"
                                + "</r><rPh><t>z</t></rPh></si><si/>")
                .in(folder);

        assertThat(read(file)).containsExactly("1: Zoë|a|Zoë| b\r");
    }

    @Test
    @DisplayName("is read past hundreds of thousands of empty rows that have a format")
    void isReadPastEmptyRows() {
        StringBuilder rows = new StringBuilder(HEADER).append(ADA);
        for (int row = 3; row <= 200_000; row++) {
            rows.append("<row r=\"%d\" s=\"3\" customFormat=\"1\"><c r=\"A%d\" s=\"3\"/></row>".formatted(row, row));
        }
        assertThat(read(RawWorkbook.of(rows.toString()).in(folder))).hasSize(2);
    }

    @Nested
    @DisplayName("with rows or columns that are hidden")
    class WithHiddenParts {
        @Test
        @DisplayName("is read whole, with a warning of each row")
        void warnsOfRows() {
            Path file = RawWorkbook.of(HEADER + ADA.replace("<row ", "<row hidden=\"1\" ") + row(3, "bob"))
                    .in(folder);
            try (WorkbookLines lines = open(file, FileOptions.none())) {
                assertThat(all(lines))
                        .extracting(line -> line.findings().size())
                        .containsExactly(0, 1, 0);
            }
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(
                delimiter = ';',
                value = {
                    "<col min=\"2\" max=\"2\" hidden=\"1\"/>; column B is hidden",
                    "<col min=\"1\" max=\"2\" hidden=\"true\"/><col min=\"4\" max=\"16384\" hidden=\"1\"/>; columns A, B and D are"
                })
        @DisplayName("is read whole, with a note of the columns")
        void tellsOfColumns(String columns, String told) {
            Path file = RawWorkbook.ofSheet("<cols>" + columns + "</cols><sheetData>" + HEADER + ADA + "</sheetData>")
                    .in(folder);
            try (WorkbookLines lines = open(file, FileOptions.none())) {
                assertThat(lines.details().notes()).singleElement().asString().contains(told);
                assertThat(all(lines)).hasSize(2);
            }
        }

        @Test
        @DisplayName("says nothing of hidden columns that are empty")
        void isSilentOfEmptyColumns() {
            Path file = RawWorkbook.ofSheet("<cols><col min=\"5\" max=\"16384\" hidden=\"1\"/></cols><sheetData>"
                            + HEADER + ADA + "</sheetData>")
                    .in(folder);
            try (WorkbookLines lines = open(file, FileOptions.none())) {
                assertThat(lines.details().notes()).isEmpty();
            }
        }
    }

    @Nested
    @DisplayName("with several sheets")
    class WithSeveralSheets {
        private final RawWorkbook workbook = new RawWorkbook()
                .chart("Chart")
                .sheet("Read me", "visible", worksheet("<sheetData>" + row(1, "Dear all") + "</sheetData>"))
                .sheet("Old &amp; gone", "hidden", worksheet("<sheetData>" + HEADER + "</sheetData>"))
                .sheet("Studierende 2026", "visible", worksheet("<sheetData>" + HEADER + ADA + "</sheetData>"))
                .sheet("Empty", "visible", worksheet("<sheetData/>"));

        @Test
        @DisplayName("is read from the first visible one with a header")
        void readsTheFirstWithAHeader() {
            try (WorkbookLines lines = open(workbook.in(folder), FileOptions.none())) {
                assertThat(lines.details().sheet()).isEqualTo("Studierende 2026");
                assertThat(lines.details().notes()).anyMatch(note -> note.contains("“Studierende 2026” was read"));
                assertThat(lines.details().notes()).anyMatch(note -> note.contains("“Old & gone”"));
                assertThat(all(lines)).hasSize(2);
            }
        }

        @ParameterizedTest
        @CsvSource({"STUDIERENDE 2026, Studierende 2026", "2, Old & gone", "old & gone, Old & gone", "1, Read me"})
        @DisplayName("is read from the one that was asked for")
        void readsTheOneThatWasAskedFor(String asked, String read) {
            try (WorkbookLines lines = open(workbook.in(folder), new FileOptions(null, null, asked))) {
                assertThat(lines.details().sheet()).isEqualTo(read);
            }
        }

        @Test
        @DisplayName("is refused where the one that was asked for is not there")
        void refusesAnUnknownOne() {
            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> open(workbook.in(folder), new FileOptions(null, null, "Students")))
                    .withMessageContaining("“Students”")
                    .withMessageContaining("“Read me”, “Old & gone”, “Studierende 2026” and “Empty”");
        }
    }

    static Stream<Arguments> refusals() {
        RosterLimits small = new RosterLimits(1 << 20, 100, 20, 30);
        RosterLimits tiny = new RosterLimits(25_000, 100, 20, 30);
        String noise = noise(300_000);
        return Stream.of(
                refusal(
                        "a cell too long",
                        RawWorkbook.of(HEADER + row(2, "ada", "x".repeat(21))),
                        small,
                        "Row 2 of sheet “Students” in roster.xlsx has a cell of more than 20 characters in column B."),
                refusal(
                        "a shared text too long",
                        RawWorkbook.of(HEADER + "<row><c t=\"s\"><v>0</v></c></row>")
                                .strings("<si><t>" + "x".repeat(50_000) + "</t></si>"),
                        small,
                        "Row 2 of sheet “Students” in roster.xlsx has a cell of more than 20 characters in column A."),
                refusal(
                        "a row too long",
                        RawWorkbook.of(HEADER + row(2, "x".repeat(16), "y".repeat(16))),
                        small,
                        "Row 2 of sheet “Students” in roster.xlsx has more than 30 characters."),
                refusal(
                        "a column beyond the last",
                        RawWorkbook.of(HEADER + "<row><c r=\"XFE2\"><v>1</v></c></row>"),
                        small,
                        "Row 2 of sheet “Students” in roster.xlsx has a cell beyond column XFD"),
                refusal(
                        "two values in one place",
                        RawWorkbook.of(HEADER + "<row><c r=\"A2\"><v>1</v></c><c r=\"A2\"><v>2</v></c></row>"),
                        small,
                        "Row 2 of sheet “Students” in roster.xlsx has two cells in column A."),
                refusal(
                        "rows out of order",
                        RawWorkbook.of(HEADER + row(5, "a") + row(3, "b")),
                        small,
                        "Row 3 of sheet “Students” in roster.xlsx stands behind row 5"),
                refusal(
                        "two rows of one number",
                        RawWorkbook.of(HEADER + row(5, "a") + row(5, "b")),
                        small,
                        "Row 5 of sheet “Students” in roster.xlsx stands behind row 5"),
                refusal(
                        "more merged cells than anybody makes",
                        RawWorkbook.ofSheet("<sheetData>" + HEADER + ADA + "</sheetData><mergeCells>" + merged(100_001)
                                + "</mergeCells>"),
                        RosterLimits.defaults(),
                        "The sheet “Students” in roster.xlsx has more than 100000 merged cells: take them apart."),
                refusal(
                        "a shared text that is not there",
                        RawWorkbook.of(HEADER + "<row><c t=\"s\"><v>7</v></c></row>")
                                .strings("<si><t>a</t></si>"),
                        small,
                        "roster.xlsx is damaged near row 2 of sheet “Students”"),
                refusal(
                        "a place without a column",
                        RawWorkbook.of(HEADER + "<row><c r=\"7\"><v>7</v></c></row>"),
                        small,
                        "roster.xlsx is damaged near row 2 of sheet “Students”"),
                refusal(
                        "a row without a number",
                        RawWorkbook.of(HEADER + "<row r=\"x\"/>"),
                        small,
                        "roster.xlsx is damaged near row 1 of sheet “Students”"),
                refusal(
                        "XML that does not end",
                        RawWorkbook.of(HEADER + "<row><c>"),
                        small,
                        "roster.xlsx is damaged near row 2 of sheet “Students”"),
                refusal(
                        "elements without end",
                        RawWorkbook.of("<a>".repeat(200)),
                        small,
                        "roster.xlsx is damaged near row 1 of sheet “Students”"),
                refusal(
                        "macros",
                        RawWorkbook.of(HEADER).macros(),
                        small,
                        "roster.xlsx holds macros: save it as .xlsx."),
                refusal(
                        "more than may be unpacked",
                        RawWorkbook.of(HEADER + "<!--" + noise + "-->" + ADA),
                        tiny,
                        "roster.xlsx is refused: unpacked it holds more than 200000 bytes"),
                refusal(
                        "an attribute without end",
                        RawWorkbook.of("<row x=\"" + noise(18_000_000) + "\"/>"),
                        RosterLimits.defaults(),
                        "roster.xlsx is damaged near row 1 of sheet “Students”"),
                refusal(
                        "a bomb",
                        RawWorkbook.of("<row x=\"" + "a".repeat(15_000_000) + "\"/>"),
                        RosterLimits.defaults(),
                        "roster.xlsx is refused: unpacked it would be more than a hundred times"),
                refusal(
                        "no sheet with a header",
                        RawWorkbook.of(row(1, "a")).sheet("B", "visible", worksheet("<sheetData/>")),
                        small,
                        "roster.xlsx is not a roster: none of its sheets (“Students” and “B”)"));
    }

    private static Arguments refusal(String description, RawWorkbook workbook, RosterLimits limits, String sentence) {
        return Arguments.of(description, workbook, limits, sentence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    @DisplayName("is refused in one sentence that names the place")
    void isRefused(String description, RawWorkbook workbook, RosterLimits limits, String sentence) {
        Path file = workbook.in(folder);

        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> all(
                        WorkbookLines.open(FileFormat.XLSX, file, limits, FileOptions.none(), XlsxWorkbookTest::known)))
                .withMessageStartingWith(sentence);
    }

    static Stream<Arguments> attacks() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int level = 1; level < 30; level++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(level, level - 1, level - 1));
        }
        List<String> attacks = List.of(
                laughs + "]>",
                "<!DOCTYPE x [<!ENTITY a29 SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE x SYSTEM \"file:///etc/hostname\" [<!ENTITY % p SYSTEM \"http://localhost:1/x\"> %p;]>",
                "");
        return Stream.of(
                        RawWorkbook.SHEET,
                        RawWorkbook.STRINGS,
                        RawWorkbook.STYLES,
                        RawWorkbook.WORKBOOK,
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "xl/_rels/workbook.xml.rels")
                .flatMap(part -> attacks.stream().map(attack -> Arguments.of(part, attack)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("attacks")
    @DisplayName("is refused for a DTD or an entity in any of its parts")
    void isRefusedForADtd(String part, String attack) {
        Path file = RawWorkbook.of(HEADER + "<row r=\"2\"><c r=\"A2\" s=\"0\" t=\"s\"><v>0</v></c></row>")
                .strings("<si><t>ada</t></si>")
                .styles("<cellXfs><xf numFmtId=\"0\"/></cellXfs>")
                .in(folder, part, xml -> attack + xml.replaceFirst(">", ">&a29;"));

        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> all(open(file, FileOptions.none())))
                .withMessageMatching(
                        "roster.xlsx (is refused: its XML has a document type|is damaged|cannot be read as an Excel workbook).*");
    }

    @Test
    @DisplayName("shows its header before all of its texts are read")
    void showsItsHeaderFirst() {
        Path file = RawWorkbook.of(
                        "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row r=\"30\"><c t=\"s\"><v>2</v></c></row>")
                .strings("<si><t>username</t></si><si><t>email</t></si>" + "<si/>".repeat(5_000) + "</broken>")
                .in(folder);
        try (WorkbookLines lines = open(file, FileOptions.none())) {
            assertThat(lines.next()).isEqualTo(new RosterLine(1, List.of("username", "email")));
        }
    }

    private static List<String> read(Path file) {
        try (WorkbookLines lines = open(file, FileOptions.none())) {
            return all(lines).stream()
                    .map(line -> line.number() + ": " + String.join("|", line.cells()))
                    .toList();
        }
    }

    private static WorkbookLines open(Path file, FileOptions options) {
        return WorkbookLines.open(FileFormat.XLSX, file, RosterLimits.defaults(), options, XlsxWorkbookTest::known);
    }

    private static List<RosterLine> all(WorkbookLines lines) {
        List<RosterLine> all = new ArrayList<>();
        for (RosterLine line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    private static int known(List<String> cells) {
        return (int) cells.stream().filter(NAMES::contains).count();
    }

    private static String noise(int length) {
        Random random = new Random(4);
        StringBuilder noise = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            noise.append((char) ('a' + random.nextInt(16)));
        }
        return noise.toString();
    }
}
