package org.rollcall.progress.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.progress.findings.AccountState;
import org.rollcall.progress.findings.CourseFindings;
import org.rollcall.progress.findings.EnrolmentState;
import org.rollcall.progress.findings.Outline;
import org.rollcall.progress.findings.Person;
import org.rollcall.progress.findings.PersonFindings;
import org.rollcall.progress.findings.Question;
import org.rollcall.progress.findings.Reading;
import org.rollcall.progress.findings.ReportCourse;
import org.rollcall.progress.findings.Standing;
import org.rollcall.progress.report.ProgressSummary.PeopleCount;
import org.rollcall.report.RunSummary.Calls;

@DisplayName("The workbook of a report")
class ProgressWorkbookTest {

    private static final Outline COURSE =
            new Outline(new ReportCourse(2, 0, "ENG101", "English", true, true), List.of(), List.of());

    @TempDir
    private Path scratch;

    private static PersonFindings person(long id) {
        Standing standing = new Standing(
                id, 2, EnrolmentState.ACTIVE, "", null, true, true, false, null, 0.0, Reading.READ, Reading.READ);
        return new PersonFindings(
                new Person(id, id, "p" + id, "Person " + id, "", "", AccountState.ACTIVE, null, true),
                List.of(new CourseFindings(COURSE, standing, Map.of(), Map.of())));
    }

    private static ProgressView view(int people) {
        Tally tally = new Tally(List.of(COURSE), null);
        List<PersonFindings> all = LongStream.rangeClosed(1, people)
                .mapToObj(ProgressWorkbookTest::person)
                .toList();
        all.forEach(tally::add);
        Question question = new Question("C", List.of("ENG101"), null);
        return new ProgressView(
                new ProgressSummary(
                        "2026-11-26-0001",
                        question,
                        "sandbox",
                        "progress",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        0,
                        new PeopleCount(people, 0, 0, 0, 0),
                        tally.courses(),
                        List.of(),
                        new Calls(0, Map.of())),
                List.of(COURSE),
                all::iterator,
                null,
                ZoneOffset.UTC);
    }

    @Test
    @DisplayName("goes on with a further sheet where one is full, and each has its header and its filter")
    void furtherSheets() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        new ProgressWorkbook(view(5), scratch.toFile(), 2).write(written);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written.toByteArray()))) {
            assertThat(book)
                    .extracting(Sheet::getSheetName)
                    .containsExactly("Summary", "ENG101", "ENG101 (2)", "ENG101 (3)");
            assertThat(book).extracting(Sheet::getLastRowNum).endsWith(2, 2, 1);
            assertThat(book.getSheet("ENG101 (3)").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("p5");
            assertThat(book.getSheet("ENG101 (2)")
                            .getCTWorksheet()
                            .getAutoFilter()
                            .getRef())
                    .isEqualTo("A1:N3");
        }
    }
}
