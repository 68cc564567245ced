package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.sandbox.SandboxState;

/** The way of a reject as Excel's users go it. */
@DisplayName("A reject workbook")
class RejectWorkbookTest {

    private static final String FAULT = "FFFFC7CE";
    private static final List<List<String>> ROSTER = List.of(
            List.of(
                    "Username",
                    "firstname",
                    "lastname",
                    "email",
                    "password",
                    "city",
                    "phone1",
                    "idnumber",
                    "cohort1",
                    "course1",
                    "role1"),
            List.of(
                    "p01",
                    "First1",
                    "Last1",
                    "p01@example.org",
                    "Passw0rd-1",
                    "Oslo",
                    "",
                    "00001",
                    "STUDENTS-2026",
                    "",
                    ""),
            List.of(
                    "p02",
                    "First2",
                    "",
                    "p02 at example.org",
                    "Passw0rd-2",
                    "=1+1",
                    "+47 22 85 50 50",
                    "00012",
                    "STUDENTS-2026",
                    "",
                    ""),
            List.of("p03", "First3", "Last3", "p03@", "-Passw0rd3", "'=2", "'quoted", "007", "STAFF-2026", "", ""),
            List.of(
                    "p04",
                    "First4",
                    "Last4",
                    "p04@example.org",
                    "Passw0rd-4",
                    "Oslo",
                    "",
                    "00004",
                    "NOSUCH",
                    "ENG101",
                    "wizard"));

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending rejecting(Path roster) {
        Ending ending = installation.command("provision", roster.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        return ending;
    }

    private XlsxFile rejectsOf(Ending ending) throws IOException {
        return XlsxFile.open(installation.report(ending.run(), "rejects.xlsx"));
    }

    @Nested
    @DisplayName("of a workbook")
    class OfAWorkbook {

        private Ending ending;
        private XlsxFile rejects;

        @BeforeEach
        void provision() throws IOException {
            ending = rejecting(XlsxFile.write(home.resolve("roster.xlsx"), "People 2026", ROSTER));
            rejects = rejectsOf(ending);
        }

        @AfterEach
        void close() throws IOException {
            rejects.close();
        }

        @Test
        @DisplayName("is what the terminal names, and only its owner may read it")
        void named() throws IOException {
            Path file = installation.report(ending.run(), "rejects.xlsx");
            assertThat(ending.out()).contains("Rejects         " + file + "\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }

        @Test
        @DisplayName("leaves nothing beside it that was needed to write it")
        void nothingLeft() throws IOException {
            try (Stream<Path> files = Files.list(installation.report(ending.run(), ""))) {
                assertThat(files.map(file -> String.valueOf(file.getFileName())))
                        .contains("rejects.csv", "rejects.xlsx")
                        .allMatch(file -> file.matches("[a-z]+\\.(csv|xlsx|json|html)"));
            }
        }

        @Test
        @DisplayName("has the rows of the CSV file, as texts, on a sheet named as the roster's")
        void rows() throws IOException {
            CsvFile csv = CsvFile.open(installation.report(ending.run(), "rejects.csv"));
            assertThat(rejects.sheet().getSheetName()).isEqualTo("People 2026");
            assertThat(rejects.header()).isEqualTo(csv.header());
            assertThat(rejects.sheet().getLastRowNum()).isEqualTo(csv.rows().size());
            assertThat(rejects.isAllText()).isTrue();
            assertThat(rejects.text(0, "idnumber")).isEqualTo("00012");
            assertThat(rejects.text(0, "password")).isEqualTo("Passw0rd-2");
            for (String column : List.of("reject_row", "reject_columns", "reject_codes", "reject_reasons")) {
                for (int row = 0; row < 3; row++) {
                    assertThat(rejects.text(row, column)).as(column).isEqualTo(csv.cell(row, column));
                }
            }
        }

        @Test
        @DisplayName("fills the faulty cells and says in comments what is wrong with each")
        void faults() {
            List<String> filled = new ArrayList<>();
            rejects.sheet()
                    .forEach(row -> row.forEach(cell -> {
                        if (fill((XSSFCell) cell).equals(FAULT)) {
                            filled.add(cell.getAddress().formatAsString());
                        }
                    }));
            assertThat(filled).containsExactlyInAnyOrder("C2", "D2", "D3", "I4", "K4");
            assertThat(rejects.sheet().getCellComments().keySet())
                    .extracting(address -> address.formatAsString())
                    .containsExactlyInAnyOrderElementsOf(filled);
            XSSFComment comment = rejects.cell(0, "lastname").getCellComment();
            assertThat(comment.getAuthor()).isEqualTo("Rollcall");
            assertThat(comment.isVisible()).isFalse();
            assertThat(comment.getString().getString()).isEqualTo("The lastname is missing; every row needs one.");
            assertThat(comment.getClientAnchor().getRow1()).isEqualTo(1);
            assertThat((int) comment.getClientAnchor().getCol1()).isEqualTo(3);
            assertThat(rejects.cell(2, "role1").getCellComment().getString().getString())
                    .startsWith("The role wizard is not known");
        }

        @Test
        @DisplayName("has a header that stays in view and filters, and a legend behind the rows")
        void furniture() {
            PaneInformation pane = rejects.sheet().getPaneInformation();
            assertThat(pane.isFreezePane()).isTrue();
            assertThat((int) pane.getHorizontalSplitTopRow()).isEqualTo(1);
            assertThat(rejects.sheet().getCTWorksheet().getAutoFilter().getRef())
                    .isEqualTo("A1:O4");
            List<String> legend = new ArrayList<>();
            assertThat(rejects.legend().getSheetName()).isEqualTo("Legend");
            rejects.legend().forEach(row -> row.forEach(cell -> legend.add(cell.getStringCellValue())));
            assertThat(legend)
                    .contains(
                            "roster.xlsx: rows that could not be done, run " + ending.run(),
                            "filled",
                            "reject_reasons",
                            "email.invalid",
                            "Moodle does not take a value of this form.",
                            "row 3: The lastname is missing; every row needs one.",
                            "How to go on")
                    .doesNotContain("Comments", "Passwords");
        }

        @Test
        @DisplayName("comes back the same when it is given unmended, without columns doubled")
        void unmended() throws IOException {
            Ending again = rejecting(installation.report(ending.run(), "rejects.xlsx"));
            try (XlsxFile second = rejectsOf(again)) {
                assertThat(second.header()).isEqualTo(rejects.header());
                assertThat(second.sheet().getLastRowNum()).isEqualTo(3);
                for (int row = 0; row < 3; row++) {
                    for (String column : rejects.header().subList(0, 11)) {
                        assertThat(second.text(row, column)).as(column).isEqualTo(rejects.text(row, column));
                    }
                }
                assertThat(second.text(0, "reject_row")).isEqualTo("2");
            }
        }

        @Test
        @DisplayName("is done when it is given mended, with every value as it was meant")
        void mended() throws IOException {
            Path mended = rejects.put(0, "lastname", "Last2")
                    .put(0, "email", "p02@example.org")
                    .put(1, "email", "p03@example.org")
                    .put(2, "cohort1", "STAFF-2026")
                    .put(2, "role1", "teacher")
                    .saveAs(home.resolve("mended.xlsx"));
            Ending done = installation.command("provision", mended.toString());
            assertThat(done.exitCode()).as(done.toString()).isZero();
            SandboxState site = installation.sandbox().state();
            assertThat(site.userField("p02", "city")).isEqualTo("=1+1");
            assertThat(site.userField("p02", "phone1")).isEqualTo("+47 22 85 50 50");
            assertThat(site.userField("p02", "idnumber")).isEqualTo("00012");
            assertThat(site.userField("p03", "city")).isEqualTo("'=2");
            assertThat(site.userField("p03", "phone1")).isEqualTo("'quoted");
            assertThat(site.userField("p03", "password")).isEqualTo("kept");
            assertThat(SiteContent.participants(site, "ENG101")).containsExactly("p04");
            assertThat(installation.report(done.run(), "rejects.xlsx")).doesNotExist();
            assertThat(installation.report(done.run(), "rejects.csv")).exists();
        }
    }

    private static String fill(XSSFCell cell) {
        var colour = cell.getCellStyle().getFillForegroundXSSFColor();
        return colour == null ? "" : colour.getARGBHex();
    }

    @Test
    @DisplayName("of a CSV file is there as well, and the terminal names the CSV file")
    void ofCsv() throws IOException {
        Path roster = installation.roster(
                "roster.csv",
                List.of(People.COLUMNS + ",note", People.cells(1).replace("@", "") + ",=cmd", People.cells(2)));
        Ending ending = rejecting(roster);
        assertThat(ending.out()).contains("Rejects         " + installation.report(ending.run(), "rejects.csv") + "\n");
        try (XlsxFile rejects = rejectsOf(ending)) {
            assertThat(rejects.sheet().getSheetName()).isEqualTo("Rejects");
            assertThat(rejects.text(0, "note")).isEqualTo("=cmd");
            assertThat(rejects.cell(0, "note").getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(rejects.cell(0, "username").getCellStyle().getQuotePrefixed())
                    .isFalse();
            assertThat(rejects.cell(1, "reject_reasons")
                            .getCellComment()
                            .getString()
                            .getString())
                    .isEqualTo("The row has 5 cells where the header has 6.");
            assertThat(fill(rejects.cell(1, "reject_reasons"))).isEqualTo(FAULT);
        }
    }

    @Test
    @DisplayName("is found again where the settings name the sheet of every roster")
    void sheetOfTheSettings() throws IOException {
        installation.settings("roster:\n  sheet: Legend");
        Ending ending = rejecting(XlsxFile.write(home.resolve("roster.xlsx"), "Legend", ROSTER));
        Ending again = rejecting(installation.report(ending.run(), "rejects.xlsx"));
        assertThat(again.out()).contains("3 read, 0 done, 3 rejected");
    }
}
