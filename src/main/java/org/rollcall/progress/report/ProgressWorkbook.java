package org.rollcall.progress.report;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rollcall.progress.findings.CourseFindings;
import org.rollcall.progress.findings.Outline;
import org.rollcall.progress.findings.PersonFindings;
import org.rollcall.progress.report.SheetRow.Styles;

/**
 * A report as an Excel workbook: a summary with a chart, and a sheet a course. Rows go to the disk as they are written, so
 * that a large report takes no more memory than a small one.
 */
final class ProgressWorkbook {

    private static final int ROWS_IN_MEMORY = 100;

    private final ProgressView view;
    private final File scratch;
    private final int mostRows;

    /** @param scratch a folder that only its owner may read, for what is not finished */
    ProgressWorkbook(ProgressView view, File scratch) {
        this(view, scratch, SpreadsheetVersion.EXCEL2007.getLastRowIndex());
    }

    ProgressWorkbook(ProgressView view, File scratch, int mostRows) {
        this.view = view;
        this.scratch = scratch;
        this.mostRows = mostRows;
    }

    void write(OutputStream out) throws IOException {
        try {
            TempFile.withStrategy(new DefaultTempFileCreationStrategy(scratch), () -> {
                writeTo(out);
                return out;
            });
        } catch (UncheckedIOException failed) {
            throw new IOException("The workbook could not be written.", failed);
        }
    }

    private void writeTo(OutputStream out) {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Styles styles = Styles.of(book);
            SheetNames names = new SheetNames();
            new SummarySheet(book.createSheet(names.next("Summary")), styles, view.summary()).write();
            try (SXSSFWorkbook rows = new SXSSFWorkbook(book, ROWS_IN_MEMORY)) {
                writeCourses(rows, styles, names);
                rows.write(out);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All sheets at a time, so that everybody is read once. */
    private void writeCourses(SXSSFWorkbook rows, Styles styles, SheetNames names) {
        Map<Long, CourseSheet> sheets = new LinkedHashMap<>();
        for (Outline outline : view.outlines()) {
            sheets.put(outline.course().id(), new CourseSheet(rows, styles, names, view, outline, mostRows));
        }
        NowhereSheet nowhere = new NowhereSheet(rows, styles, names, view);
        for (Iterator<PersonFindings> people = view.people().get(); people.hasNext(); ) {
            PersonFindings found = people.next();
            if (found.courses().isEmpty()) {
                nowhere.add(found.person());
            }
            for (CourseFindings course : found.courses()) {
                Objects.requireNonNull(sheets.get(course.course().id())).add(found.person(), course);
            }
        }
        sheets.values().forEach(CourseSheet::end);
    }
}
