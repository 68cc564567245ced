package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rollcall.roster.RosterFixture.lines;
import static org.rollcall.roster.RosterFixture.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLine;

class XlsxRosterReaderTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> cells() {
        return Stream.of(
                value("text", cell -> cell.setCellValue("Ada"), "Ada"),
                value("text with leading zeros", cell -> cell.setCellValue("00042"), "00042"),
                value("text with white space", cell -> cell.setCellValue(" Ada "), " Ada "),
                value("text with a carriage return", cell -> cell.setCellValue("a\r\nb"), "a\r\nb"),
                value("text that looks like an escape", cell -> cell.setCellValue("a_xb"), "a_xb"),
                value("rich text", XlsxRosterReaderTest::richText, "bold and plain"),
                value("phonetic runs left out", XlsxRosterReaderTest::phonetic, "東京"),
                value("a whole number", cell -> cell.setCellValue(42), "42"),
                value("fifteen digits", cell -> cell.setCellValue(123456789012345d), "123456789012345"),
                value("more than fifteen digits", cell -> cell.setCellValue(1.23457E18), "1.23457E+18"),
                value("sixteen digits with their format", cell -> format(cell, 1234567890123456d, "0"), "1.23457E+15"),
                value("a fraction", cell -> cell.setCellValue(37.3), "37.3"),
                value("a negative number", cell -> cell.setCellValue(-7), "-7"),
                value("a number with leading zeros by format", cell -> format(cell, 42, "00000"), "00042"),
                value("a number formatted as text", cell -> format(cell, 120000000000d, "@"), "120000000000"),
                value("a number shown with an exponent", cell -> format(cell, 120000000000d, "0.00E+00"), "1.20E+11"),
                value("a date", cell -> moment(cell, "2026-09-01T00:00"), "2026-09-01"),
                value("a date with a time", cell -> moment(cell, "2026-09-01T08:30"), "2026-09-01 08:30"),
                value("a boolean", cell -> cell.setCellValue(true), "TRUE"),
                value("an error", cell -> cell.setCellErrorValue(FormulaError.REF.getCode()), "#REF!"),
                value("a formula's text", cell -> formula(cell, "CONCATENATE(\"A\",\"da\")"), "Ada"),
                value("a formula's number", cell -> formula(cell, "6*7"), "42"),
                value("a formula's error", cell -> formula(cell, "NA()"), "#N/A"),
                value("nothing", cell -> {}, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void showsACellAsTheSheetDoes(String description, Consumer<XSSFCell> content, String expected) {
        Path file = xlsx(folder, workbook -> {
            XSSFSheet sheet = sheetWithHeader(workbook);
            content.accept(sheet.createRow(1).createCell(0));
            sheet.getRow(1).createCell(1).setCellValue("Ada");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        assertThat(lines(file)).containsExactly(new RosterLine(2, List.of(expected, "Ada", "", "")));
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() {
        Path file = xlsx(folder, workbook -> {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
            moment(sheetWithHeader(workbook).createRow(1).createCell(0), "2026-09-01T00:00");
        });

        assertThat(lines(file)).containsExactly(new RosterLine(2, List.of("2026-09-01", "", "", "")));
    }

    @Test
    void readsTheFirstSheetByItsOwnRowNumbersAndLeavesOutBlankRows() {
        Path file = xlsx(folder, workbook -> {
            XSSFSheet sheet = sheetWithHeader(workbook);
            CellStyle bold = workbook.createCellStyle();
            sheet.createRow(2).createCell(1).setCellStyle(bold);
            text(sheet.createRow(4), "ann", "Ann", "Lee", "a@x.org");
            text(sheet.createRow(6), "bob", "Bob", "Ray", "b@x.org", "", "more");
            sheet.createRow(900).createCell(2).setCellStyle(bold);
            text(workbook.createSheet("Second").createRow(0), "other");
        });

        assertThat(lines(file))
                .containsExactly(
                        new RosterLine(5, List.of("ann", "Ann", "Lee", "a@x.org")),
                        new RosterLine(7, List.of("bob", "Bob", "Ray", "b@x.org", "", "more")));
    }

    @Nested
    class WhenTheWorkbookIsNoRoster {
        private static final String UNREADABLE =
                "roster.xlsx cannot be read as an Excel workbook: it is damaged or something else";

        @ParameterizedTest(name = "{0} of 100 parts")
        @org.junit.jupiter.params.provider.ValueSource(ints = {10, 50, 90, 99})
        void refusesATruncatedOne(int hundredths) throws IOException {
            byte[] whole = Files.readAllBytes(goodWorkbook());
            refused(Arrays.copyOf(whole, whole.length * hundredths / 100), UNREADABLE);
        }

        @Test
        void refusesASheetWhoseXmlBreaksOffAndNamesTheRow() throws IOException {
            Path file = changed("xl/worksheets/sheet1.xml", xml -> xml.substring(0, xml.indexOf("<row r=\"3\"") + 30));
            refused(Files.readAllBytes(file), "roster.xlsx is damaged near row");
        }

        @Test
        void refusesADocumentTypeDefinition() throws IOException {
            Path file = changed(
                    "xl/worksheets/sheet1.xml",
                    xml -> xml.replaceFirst(
                            "<worksheet",
                            "<!DOCTYPE worksheet [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet"));
            refused(Files.readAllBytes(file), "roster.xlsx is refused: its XML has a document type (DTD)");
        }

        @Test
        void refusesADecompressionBomb() throws IOException {
            Path file = changed(
                    "xl/worksheets/sheet1.xml",
                    xml -> xml.replaceFirst("<sheetData>", "<sheetData>" + " ".repeat(90_000_000)));
            refused(Files.readAllBytes(file), "roster.xlsx is refused: unpacked it would be more than a hundred times");
        }

        @Test
        void refusesOneThatIsProtectedByAPassword() throws Exception {
            byte[] whole = Files.readAllBytes(goodWorkbook());
            Path file = folder.resolve("roster.xlsx");
            try (POIFSFileSystem container = new POIFSFileSystem()) {
                var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
                encryptor.confirmPassword("secret");
                try (OutputStream out = encryptor.getDataStream(container)) {
                    out.write(whole);
                }
                try (OutputStream out = Files.newOutputStream(file)) {
                    container.writeFilesystem(out);
                }
            }
            refused(Files.readAllBytes(file), "roster.xlsx is protected by a password");
        }

        @Test
        void refusesAnEmptySheet() throws IOException {
            Path file = xlsx(folder, workbook -> workbook.createSheet("Empty"));
            refused(Files.readAllBytes(file), "roster.xlsx is empty: its sheet has no rows.");
        }

        private void refused(byte[] content, String sentence) {
            Path file = RosterFixture.bytes(folder, "roster.xlsx", content);
            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> lines(file))
                    .withMessageStartingWith(sentence);
        }

        private Path goodWorkbook() {
            return xlsx(folder, workbook -> {
                XSSFSheet sheet = sheetWithHeader(workbook);
                for (int row = 1; row < 50; row++) {
                    text(sheet.createRow(row), "user" + row, "Ann", "Lee", "a" + row + "@x.org");
                }
            });
        }

        private Path changed(String part, java.util.function.UnaryOperator<String> change) throws IOException {
            Path good = goodWorkbook();
            Path file = folder.resolve("changed.xlsx");
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(good));
                    ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    String written = entry.getName().equals(part) ? change.apply(content) : content;
                    out.write(written.getBytes(StandardCharsets.UTF_8));
                }
            }
            return file;
        }
    }

    private static Arguments value(String description, Consumer<XSSFCell> content, String expected) {
        return Arguments.of(description, content, expected);
    }

    private static XSSFSheet sheetWithHeader(XSSFWorkbook workbook) {
        XSSFSheet sheet = workbook.createSheet("Roster");
        text(sheet.createRow(0), "username", "firstname", "lastname", "email");
        return sheet;
    }

    private static void text(Row row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            row.createCell(column).setCellValue(cells[column]);
        }
    }

    private static void format(Cell cell, double number, String format) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
        cell.setCellValue(number);
        cell.setCellStyle(style);
    }

    private static void moment(Cell cell, String moment) {
        format(cell, 0, "d/m/yy h:mm");
        cell.setCellValue(LocalDateTime.parse(moment));
    }

    private static void formula(Cell cell, String formula) {
        cell.setCellFormula(formula);
    }

    private static void richText(XSSFCell cell) {
        XSSFFont bold = cell.getSheet().getWorkbook().createFont();
        bold.setBold(true);
        XSSFRichTextString text = new XSSFRichTextString("bold and plain");
        text.applyFont(0, 4, bold);
        cell.setCellValue(text);
    }

    private static void phonetic(XSSFCell cell) {
        XSSFRichTextString text = new XSSFRichTextString("東京");
        var reading = text.getCTRst().addNewRPh();
        reading.setT("トウキョウ");
        reading.setSb(0);
        reading.setEb(2);
        cell.setCellValue(text);
    }
}
