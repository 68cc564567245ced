package org.rollcall.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;

@DisplayName("The files of a report of progress")
class ReportFilesOfProgressTest {

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = ProgressSite.in(home);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private String cohort() {
        Ending ending = installation.command("progress", "--cohort", ProgressSite.COHORT);
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        return ending.run();
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        DataFormatter shown = new DataFormatter(Locale.ROOT);
        row.forEach(cell -> texts.add(shown.formatCellValue(cell)));
        return texts;
    }

    @Test
    @DisplayName("are all there, and readable by their owner only")
    void areAllThere() throws IOException {
        Path folder = installation.report(cohort(), "summary.json").getParent();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "progress.csv",
                            "progress-activities.csv",
                            "progress-grades.csv",
                            "progress.xlsx",
                            "progress.html",
                            "summary.json");
        }
        try (Stream<Path> scratch = Files.walk(home.resolve("var/tmp"))) {
            assertThat(scratch.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    @DisplayName("hold a workbook with a chart, a sheet a course, and activities and grades as columns")
    void workbook() throws IOException {
        try (XSSFWorkbook book =
                new XSSFWorkbook(Files.newInputStream(installation.report(cohort(), "progress.xlsx")))) {
            assertThat(book)
                    .extracting(sheet -> sheet.getSheetName())
                    .containsExactly("Summary", "BIO110", "ENG101", "MATH201", "In no course");
            List<XSSFChart> charts =
                    book.getSheet("Summary").getDrawingPatriarch().getCharts();
            assertThat(charts)
                    .singleElement()
                    .satisfies(chart -> assertThat(chart.getCTChart()
                                    .getPlotArea()
                                    .getBarChartArray(0)
                                    .getSerList())
                            .hasSize(4));

            XSSFSheet english = book.getSheet("ENG101");
            assertThat(texts(english.getRow(0)))
                    .containsSubsequence("Username", "Completion", "Read me first", "First essay", "Commas")
                    .endsWith("Grade: First essay", "Grade: Commas");
            assertThat(texts(english.getRow(2)))
                    .startsWith("ann", "Ann Able", "ann@example.com", "S-1", "active", "active")
                    .endsWith(
                            "2026-09-28 12:53",
                            "complete",
                            "2026-09-27 09:06",
                            "3",
                            "3",
                            "84.5",
                            "84.50",
                            "done",
                            "done",
                            "failed",
                            "81.5",
                            "3");
            assertThat(english.getPaneInformation().isFreezePane()).isTrue();
            assertThat(english.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:S7");
            assertThat(texts(book.getSheet("In no course").getRow(1)))
                    .containsExactly("dee@example.com.1795223255", "Dee Deleted", "", "", "deleted", "");
        }
    }

    @Test
    @DisplayName("run nothing as a formula")
    void noFormulas() throws IOException {
        String run = cohort();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(installation.report(run, "progress.xlsx")))) {
            Cell name = book.getSheet("ENG101").getRow(1).getCell(1);
            assertThat(name.getCellType()).isEqualTo(CellType.STRING);
            assertThat(name.getStringCellValue()).isEqualTo("=1+1 Cold");
            assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
        }
        assertThat(installation.csv(run, "progress.csv"))
                .extracting(line -> line.get(1))
                .contains("'=1+1 Cold");
    }

    @Test
    @DisplayName(
            "hold a page with the notes at its top, a bar a course and a table to search, and nothing from elsewhere")
    void page() throws IOException {
        Document page =
                Jsoup.parse(installation.report(cohort(), "progress.html").toFile());

        assertThat(page.select("h1").text()).isEqualTo("1 complete, 3 under way, 3 not started");
        assertThat(page.select("main > section").get(0).text())
                .contains("The course BIO110 does not track completion.");
        assertThat(page.select("#courses svg.bar title").eachText())
                .contains("ENG101: 1 complete, 2 under way, 2 not started");
        assertThat(page.select("#people-rows tbody tr")).hasSize(12);
        Element ben = page.select("#people-rows tbody tr").stream()
                .filter(row -> row.text().contains("ENG101") && row.text().startsWith("Ben"))
                .findFirst()
                .orElseThrow();
        assertThat(ben.select("th bdi").text()).isEqualTo("Ben O'Neil & \"Sons\" < 3");
        assertThat(ben.text()).contains("2026-09-20 10:26", "under way", "1 of 3", "2.00");
        assertThat(page.select("#people-rows").text())
                .contains("account deleted", "hidden")
                .doesNotContain("77.00");
        assertThat(page.select("[src], link[href]")).isEmpty();
        assertThat(page.select(".files a").eachAttr("href")).contains("progress.xlsx", "progress-grades.csv");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"figures.csv, 'username,full_name'", "Figures.XLSX, PK", "page.html, <!DOCTYPE html>"})
    @DisplayName("are one file where one is asked for, in place of what was there")
    void oneFile(String name, String beginning) throws IOException {
        Path file = home.resolve(name);
        Files.writeString(file, "old");

        Ending ending = installation.command("progress", "--course", "ENG101", "--out", file.toString());

        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        byte[] written = Files.readAllBytes(file);
        assertThat(new String(written, 0, 40, StandardCharsets.UTF_8).replace("\uFEFF", ""))
                .startsWith(beginning);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(installation.report(ending.run(), "progress.csv")).doesNotExist();
        assertThat(installation.report(ending.run(), "summary.json")).exists();
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(Path::toString)).noneMatch(path -> path.endsWith(".tmp"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"report.pdf", "missing/report.csv", "folder.csv"})
    @DisplayName("are refused before anything is asked where they cannot be written")
    void refusedAtOnce(String name) throws IOException {
        Files.createDirectories(home.resolve("folder.csv"));

        Ending ending = installation.command(
                "progress", "--course", "ENG101", "--out", home.resolve(name).toString());

        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err().lines()).hasSize(1);
        assertThat(installation.sandbox().calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--cohort, STUDNETS-2026, 'The site has no cohort with the ID number \"STUDNETS-2026\"; it has STUDENTS-2026.'",
        "--course, ENG-101, 'The site has no course with the short name \"ENG-101\"; it has ENG101.'",
        "--course, Cell biology, 'that is the full name of the course BIO110, so write BIO110.'",
        "--since, 1.9.2026, '--since takes a day such as 2026-09-01'",
    })
    @DisplayName("are not begun for what the site does not have, and a sentence says what is near")
    void wrongNames(String option, String value, String sentence) {
        Ending ending = option.equals("--since")
                ? installation.command("progress", "--course", "ENG101", option, value)
                : installation.command("progress", option, value);

        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err()).contains(sentence);
        assertThat(ending.out()).isEmpty();
    }

    @Test
    @DisplayName("are of somebody, or not at all")
    void ofNobodyInParticular() {
        Ending ending = installation.command("progress");

        assertThat(ending.exitCode()).isEqualTo(2);
        assertThat(ending.err()).startsWith("Say of whom: --cohort COHORT, --course COURSE, or both.");
    }
}
