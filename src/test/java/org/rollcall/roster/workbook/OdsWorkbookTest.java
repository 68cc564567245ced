package org.rollcall.roster.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.roster.file.FileFormat;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;

/** What LibreOffice writes is read in the corpus; here is what other programs write, and what nobody should. */
class OdsWorkbookTest {
    private static final RosterLimits LIMITS = new RosterLimits(1 << 20, 100_000, 100, 150);
    private static final String NAMESPACES = "<office:document-content"
            + " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
            + " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
            + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
            + " xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>";

    @TempDir
    private Path folder;

    @Nested
    class Cells {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "office:value-type='string'><text:p>Ann</text:p>                                  | Ann",
                    "office:value-type='string' office:string-value='Ann'>                            | Ann",
                    ">  <text:p>Ann</text:p>                                                          | Ann",
                    "office:value-type='float' office:value='42'><text:p>00042</text:p>               | 00042",
                    "office:value-type='float' office:value='42'>                                     | 42",
                    "office:value-type='float' office:value='123456789012'><text:p>1.23E+11</text:p>  | 123456789012",
                    "office:value-type='float' office:value='42'><text:p>###</text:p>                 | 42",
                    "office:value-type='float' office:value='1234567890123456789'><text:p>1234567890123456789</text:p> | 1.23457E+18",
                    "office:value-type='currency' office:value='12.5'><text:p>€ 12,50</text:p>        | € 12,50",
                    "office:value-type='percentage' office:value='0.5'><text:p>50%</text:p>           | 50%",
                    "office:value-type='date' office:date-value='2026-09-01'><text:p>01.09.26</text:p> | 2026-09-01",
                    "office:value-type='date' office:date-value='2026-09-01T08:30:00'><text:p>1/9</text:p> | 2026-09-01 08:30",
                    "office:value-type='time' office:time-value='PT08H30M00S'><text:p>8:30 AM</text:p> | 08:30",
                    "office:value-type='time' office:time-value='PT36H00M00S'><text:p>36:00</text:p>  | 36:00",
                    "office:value-type='boolean' office:boolean-value='true'><text:p>WAHR</text:p>    | TRUE",
                    "office:value-type='string' office:string-value='' calcext:value-type='error'><text:p>Err:502</text:p> | Err:502",
                    "calcext:value-type='string' office:value-type='float' office:value='7'><text:p>7</text:p> | 7",
                    "table:formula='of:=[.A1]'>                                                       | #GETTING_DATA",
                    "table:formula='of:=\"\"' office:value-type='string' office:string-value=''>      | ''"
                })
        void areShownAsTheirSheetDoes(String cell, String expected) throws IOException {
            assertThat(lines(sheet(row("<table:table-cell " + cell + "</table:table-cell>" + text("x"))))
                            .get(0)
                            .cells())
                    .containsExactly(expected, "x");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "<text:p>a  <text:span>b</text:span>\tc </text:p>                       | 'a b c '",
                    "<text:p>a<text:s/><text:s text:c='2'/>b</text:p>                        | a   b",
                    "<text:p>a<text:tab/>b<text:line-break/>c</text:p>                       | a\\tb\\nc",
                    "<text:p>a</text:p><text:p/><text:p>b</text:p>                           | a\\n\\nb",
                    "<text:p><text:a>ann@example.edu</text:a></text:p>                       | ann@example.edu",
                    "<office:annotation><text:p>no</text:p></office:annotation><text:p>a</text:p> | a",
                    "<text:p>a<office:annotation><text:p>no</text:p></office:annotation></text:p> | a",
                    "<draw:frame><text:p>no</text:p></draw:frame><text:p>a</text:p>          | a",
                    "<text:p><text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby></text:p> | 東京",
                    "<text:p>&#x1F600;&amp;<![CDATA[<b>]]></text:p>                          | 😀&<b>"
                })
        void holdTextAsPeopleSeeIt(String content, String expected) throws IOException {
            assertThat(lines(sheet(row(
                                    "<table:table-cell office:value-type='string'>" + content + "</table:table-cell>")))
                            .get(0)
                            .cells())
                    .containsExactly(expected.replace("\\n", "\n").replace("\\t", "\t"));
        }
    }

    @Nested
    class Repetition {
        @Test
        void ofEmptyRowsAndCellsCostsNothing() throws IOException {
            String empty =
                    "<table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>";

            List<RosterLine> lines = lines(sheet(row(text("a")) + empty + row(text("b")) + empty));

            assertThat(lines).extracting(RosterLine::number).containsExactly(1, 1_048_002);
        }

        @Test
        void ofFilledRowsAndCellsIsCarriedOut() throws IOException {
            String filled = "<table:table-row table:number-rows-repeated='3' table:visibility='filter'>"
                    + "<table:table-cell table:number-columns-repeated='2'/>"
                    + "<table:table-cell table:number-columns-repeated='2' office:value-type='string'><text:p>x</text:p></table:table-cell>"
                    + "</table:table-row>";

            List<RosterLine> lines = lines(sheet(filled + row(text("b"))));

            assertThat(lines).extracting(RosterLine::number).containsExactly(1, 2, 3, 4);
            assertThat(lines.get(2).cells()).containsExactly("", "", "x", "x");
            assertThat(lines.get(2).findings()).hasSize(1);
            assertThat(lines.get(3).findings()).isEmpty();
        }

        @Test
        void beyondTheLastColumnIsRefused() {
            refused(
                    sheet(
                            row(
                                    "<table:table-cell table:number-columns-repeated='2000000000' office:value-type='string'><text:p>x</text:p></table:table-cell>")),
                    "Row 1 of sheet “Students” in roster.ods has more than 150 characters.");
            refused(
                    sheet(row("<table:table-cell table:number-columns-repeated='20000'/>" + text("x"))),
                    "Row 1 of sheet “Students” in roster.ods has a cell beyond column XFD");
        }

        @Test
        void beyondAllNumbersIsDamage() {
            String rows =
                    "<table:table-row table:number-rows-repeated='2147483647'><table:table-cell/></table:table-row>";

            refused(sheet(rows + rows), "roster.ods is damaged near row 1 of sheet “Students”: open it in LibreOffice");
        }
    }

    @Nested
    class Sheets {
        @Test
        void haveRowsInGroupsAndUnderHeaders() throws IOException {
            String rows = "<table:table-header-rows>" + row(text("a"))
                    + "</table:table-header-rows><table:table-row-group>" + row(text("b")) + "<table:table-row-group>"
                    + row(text("c")) + "</table:table-row-group></table:table-row-group>";

            assertThat(lines(sheet(rows))).hasSize(3);
        }

        @Test
        void areNeitherDrawingsNorTablesOfOtherFilesNorWhatWasChanged() throws IOException {
            String other = "<table:table table:name='Other'>" + row(text("no")) + "</table:table>";

            assertThat(lines("<table:tracked-changes>" + other + "</table:tracked-changes>"
                            + sheet("<table:shapes><draw:frame>" + other + "</draw:frame></table:shapes>"
                                    + row(text("a")))
                            + "<table:dde-links>" + other + "</table:dde-links>"))
                    .hasSize(1);
        }

        @Test
        void hideColumnsAndMergeCells() throws IOException {
            String columns =
                    "<table:table-columns><table:table-column table:number-columns-repeated='2'/><table:table-column table:visibility='collapse'/></table:table-columns>";
            try (WorkbookLines lines = open(sheet(columns + row(text("a") + text("b") + text("c"))))) {
                assertThat(lines.details().notes())
                        .containsExactly(
                                "In the sheet “Students” column C is hidden; what stands there was read all the same.");
            }
        }

        @Test
        void beyondWhatCanBeLookedThroughAreRefused() {
            refused(sheet("").repeat(256), "roster.ods has more than 255 sheets");
        }
    }

    @Nested
    class Damage {
        @Test
        void isATypeDefinition() throws IOException {
            Path file = write(
                    "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>" + NAMESPACES + "<office:body/></office:document-content>",
                    "<manifest/>",
                    "");

            refused(
                    file,
                    "roster.ods is refused: its XML has a document type (DTD), which no spreadsheet program writes.");
        }

        @Test
        void isXmlThatBreaksOff() throws IOException {
            String whole = content(sheet(row(text("a")) + row(text("b"))));

            refused(
                    write(whole.substring(0, whole.lastIndexOf("<text:p>")), "<manifest/>", ""),
                    "roster.ods is damaged");
        }

        @Test
        void isAMissingContent() throws IOException {
            Path file = folder.resolve("roster.ods");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("mimetype"));
            }
            refused(file, "roster.ods is damaged");
        }
    }

    @Nested
    class Refusals {
        @Test
        void areForPasswords() throws IOException {
            refused(
                    write("x", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>", ""),
                    "roster.ods is protected by a password");
        }

        @Test
        void areForMacros() throws IOException {
            refused(write(content(sheet("")), "<manifest/>", "Basic/Standard/Module1.xml"), "roster.ods holds macros");
            refused(write(content(sheet("")), "<manifest/>", "Scripts/python/a.py"), "roster.ods holds macros");
        }

        @Test
        void areForBombs() throws IOException {
            Path file = write(content(sheet(row(text("a")) + " ".repeat(5 << 20))), "<manifest/>", "");

            refused(file, "roster.ods is refused: unpacked it would be more than a hundred times as large.");
        }

        @Test
        void areForLongCells() {
            refused(sheet(row(text("x".repeat(101)))), "has a cell of more than 100 characters in column A.");
        }
    }

    private List<RosterLine> lines(String sheets) throws IOException {
        try (WorkbookLines lines = open(sheets)) {
            return all(lines);
        }
    }

    private WorkbookLines open(String sheets) throws IOException {
        return open(write(content(sheets), "<manifest/>", ""));
    }

    private static WorkbookLines open(Path file) {
        return WorkbookLines.open(FileFormat.ODS, file, LIMITS, FileOptions.none(), List::size);
    }

    private static List<RosterLine> all(WorkbookLines lines) {
        List<RosterLine> all = new ArrayList<>();
        for (RosterLine line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    private void refused(String sheets, String sentence) {
        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> lines(sheets))
                .withMessageContaining(sentence);
    }

    private static void refused(Path file, String sentence) {
        assertThatExceptionOfType(RosterException.class)
                .isThrownBy(() -> {
                    try (WorkbookLines lines = open(file)) {
                        all(lines);
                    }
                })
                .withMessageContaining(sentence);
    }

    private static String content(String sheets) {
        return NAMESPACES + "<office:body><office:spreadsheet>" + sheets
                + "</office:spreadsheet></office:body></office:document-content>";
    }

    private static String sheet(String rows) {
        return "<table:table table:name='Students'>" + rows + "</table:table>";
    }

    private static String row(String cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    }

    private static String text(String text) {
        return "<table:table-cell office:value-type='string'><text:p>" + text + "</text:p></table:table-cell>";
    }

    private Path write(String content, String manifest, String further) throws IOException {
        Path file = folder.resolve("roster.ods");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            if (!further.isEmpty()) {
                zip.putNextEntry(new ZipEntry(further));
            }
        }
        return file;
    }
}
