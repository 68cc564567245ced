package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.sandbox.SandboxEnrolment;
import org.rollcall.sandbox.SandboxState;
import tools.jackson.databind.JsonNode;

/** The way of a reject: out of one run, mended or not, into the next. */
@DisplayName("A reject file")
class RejectFileTest {

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

    private CsvFile rejectsOf(Ending ending) throws IOException {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        return CsvFile.open(installation.report(ending.run(), "rejects.csv"));
    }

    @Nested
    @DisplayName("of rows that could not be done at all")
    class OfWholeRows {

        private CsvFile rejects;
        private Path file;

        @BeforeEach
        void provision() throws IOException {
            Path roster = installation.roster(
                    "roster.csv",
                    List.of(
                            "Username,FirstName,lastname,email,password,city,phone1,department,idnumber,note,cohort1",
                            People.cells(1) + ",Oslo,,,,,STUDENTS-2026",
                            "p02,First2,Last2,p02 at example.org,Passw0rd-2,=1+1,+47 22 85 50 50,-,@home,+note,STUDENTS-2026",
                            "p03,First3,Last3,p03@,-Passw0rd3,'=2,'quoted,,00012,,STAFF-2026"));
            Ending ending = installation.command("provision", roster.toString());
            rejects = rejectsOf(ending);
            file = installation.report(ending.run(), "rejects.csv");
        }

        @Test
        @DisplayName("keeps what a spreadsheet would run from running")
        void defused() throws IOException {
            assertThat(Files.readString(file))
                    .contains(",'=1+1,'+47 22 85 50 50,'-,'@home,'+note,")
                    .doesNotContain(",=", ",+", ",@");
        }

        @Test
        @DisplayName("comes back the same when it is given unmended, without columns doubled")
        void unmended() throws IOException {
            CsvFile again = rejectsOf(installation.command("provision", file.toString()));
            assertThat(again.header()).isEqualTo(rejects.header());
            assertThat(again.rows()).hasSameSizeAs(rejects.rows());
            assertThat(again.column("reject_row")).containsExactly("2", "3");
            for (String column : rejects.header().subList(0, rejects.header().indexOf("reject_row"))) {
                assertThat(again.column(column)).as(column).isEqualTo(rejects.column(column));
            }
            for (String column : List.of("reject_columns", "reject_codes", "reject_reasons")) {
                assertThat(again.column(column)).as(column).isEqualTo(rejects.column(column));
            }
        }

        @Test
        @DisplayName("is done when it is given mended, with every value as it was meant")
        void mended() throws IOException {
            Path mended = rejects.put(0, "email", "p02@example.org")
                    .put(1, "email", "p03@example.org")
                    .saveAs(home.resolve("mended.csv"));
            Ending ending = installation.command("provision", mended.toString());
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            SandboxState site = installation.sandbox().state();
            assertThat(site.userField("p02", "city")).isEqualTo("=1+1");
            assertThat(site.userField("p02", "phone1")).isEqualTo("+47 22 85 50 50");
            assertThat(site.userField("p02", "department")).isEqualTo("-");
            assertThat(site.userField("p02", "idnumber")).isEqualTo("@home");
            assertThat(site.userField("p03", "city")).isEqualTo("'=2");
            assertThat(site.userField("p03", "phone1")).isEqualTo("'quoted");
            assertThat(site.userField("p03", "idnumber")).isEqualTo("00012");
            assertThat(site.userField("p03", "password")).isEqualTo("kept");
            assertThat(site.cohortMembers("STUDENTS-2026")).containsExactlyInAnyOrder("p01", "p02");
            assertThat(CsvFile.open(installation.report(ending.run(), "rejects.csv"))
                            .header())
                    .isEqualTo(rejects.header());
        }
    }

    @Test
    @DisplayName("of a workbook holds the cells as the workbook shows them, and goes on from there as CSV")
    void ofAWorkbook() throws IOException {
        Path workbook = home.resolve("roster.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(workbook)) {
            XSSFSheet sheet = book.createSheet();
            List<String> header = List.of(
                    "username",
                    "firstname",
                    "lastname",
                    "email",
                    "password",
                    "idnumber",
                    "course1",
                    "enroltimestart1",
                    "enrolperiod1");
            List<String> texts = List.of("p01", "Zoë", "-Ö", "p01@", "Passw0rd-1", "00017", "ENG101");
            XSSFRow first = sheet.createRow(0);
            XSSFRow second = sheet.createRow(1);
            header.forEach(name -> first.createCell(header.indexOf(name)).setCellValue(name));
            texts.forEach(text -> second.createCell(texts.indexOf(text)).setCellValue(text));
            XSSFCellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            second.createCell(7).setCellValue(LocalDate.of(2026, 9, 1));
            second.getCell(7).setCellStyle(date);
            second.createCell(8).setCellValue(30);
            book.write(out);
        }
        CsvFile rejects = rejectsOf(installation.command("provision", workbook.toString()));
        assertThat(rejects.rows().get(0).subList(0, 9))
                .containsExactly("p01", "Zoë", "'-Ö", "p01@", "Passw0rd-1", "00017", "ENG101", "2026-09-01", "30");
        Path mended = rejects.put(0, "email", "p01@example.org").saveAs(home.resolve("mended.csv"));
        Ending ending = installation.command("provision", mended.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        SandboxState site = installation.sandbox().state();
        assertThat(site.userField("p01", "lastname")).isEqualTo("-Ö");
        assertThat(site.userField("p01", "idnumber")).isEqualTo("00017");
        long start = LocalDate.of(2026, 9, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        assertThat(site.enrolments("ENG101"))
                .containsExactly(new SandboxEnrolment("p01", List.of("student"), start, start + 30L * 86_400, false));
    }

    @Nested
    @DisplayName("of rows that were done in part")
    class OfRowsDoneInPart {

        private CsvFile rejects;

        @BeforeEach
        void provision() throws IOException {
            Path roster = installation.roster(
                    "roster.csv",
                    List.of(
                            People.COLUMNS + ",city,cohort1,cohort2,course1,role1,course2,role2,enrolperiod2",
                            People.cells(1) + ",Oslo,STUDENTS-2026,CHOIR-2026,ENG101,student,ENG999,teacher,30",
                            People.cells(2) + ",Oslo,STUDENTS-2026,,ENG101,student,BIO110,wizard,"));
            Ending ending = installation.command("provision", roster.toString());
            assertThat(ending.out())
                    .contains("Rows            2 read, 0 done, 2 rejected (2 of them in part)\n")
                    .contains("Cohort members  2 added, 0 already there, 1 failed\n")
                    .contains("Enrolments      2 made, 0 already there, 2 failed\n");
            rejects = rejectsOf(ending);
        }

        @Test
        @DisplayName("holds only what could not be done, and says so")
        void onlyTheFailedPart() {
            assertThat(rejects.rows().get(0).subList(0, 13))
                    .containsExactly(
                            "p01",
                            "First1",
                            "Last1",
                            "p01@example.org",
                            "",
                            "Oslo",
                            "",
                            "CHOIR-2026",
                            "",
                            "",
                            "ENG999",
                            "teacher",
                            "30");
            assertThat(rejects.rows().get(1).subList(6, 13)).containsExactly("", "", "", "", "BIO110", "wizard", "");
            assertThat(rejects.column("reject_codes"))
                    .containsExactly("cohort2.unknown; course2.unknown", "role2.unknown");
            assertThat(rejects.column("reject_reasons"))
                    .allSatisfy(reason -> assertThat(reason).startsWith("The account is there,"));
            assertThat(rejects.cell(0, "reject_reasons"))
                    .contains("The site has no cohort with the ID number CHOIR-2026.")
                    .contains("The site has no course with the short name ENG999.");
            assertThat(rejects.cell(1, "reject_reasons")).contains("The role wizard is not known");
        }

        @Test
        @DisplayName("does only that when it is given mended")
        void mended() throws IOException {
            installation.settings("create-missing-cohorts: true");
            Path mended = rejects.put(0, "course2", "MATH201")
                    .put(1, "role2", "Teacher")
                    .saveAs(home.resolve("mended.csv"));
            SiteCalls calls = new SiteCalls(installation.sandbox());
            Ending ending = installation.command("--debug", "provision", mended.toString(), "--concurrency", "1");
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(calls.writing())
                    .containsExactly(SiteCalls.CREATE_COHORTS, SiteCalls.ADD_MEMBERS, SiteCalls.ENROL);
            JsonNode summary = installation.summary(ending.run());
            assertThat(summary.at("/users/existing").asInt()).isEqualTo(2);
            assertThat(summary.at("/cohorts/created").asInt()).isEqualTo(1);
            assertThat(summary.at("/cohorts/membersAdded").asInt()).isEqualTo(1);
            assertThat(summary.at("/enrolments/made").asInt()).isEqualTo(2);
            SandboxState site = installation.sandbox().state();
            assertThat(site.cohortMembers("CHOIR-2026")).containsExactly("p01");
            assertThat(SiteContent.participants(site, "MATH201")).containsExactly("p01");
            assertThat(SiteContent.participants(site, "BIO110")).containsExactly("p02");
        }
    }
}
