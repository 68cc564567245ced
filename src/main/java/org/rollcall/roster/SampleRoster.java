package org.rollcall.roster;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.rollcall.roster.file.RosterException;

/**
 * Writes rosters of any length to try Rollcall with: one cohort and two courses a row, out of those that the sandbox
 * has. The same number of rows always gives the same roster, and no two rows share a username or an email.
 */
public final class SampleRoster {
    private static final int ROWS_IN_MEMORY = 100;
    private static final String[] HEADER = {
        "username",
        "firstname",
        "lastname",
        "email",
        "password",
        "idnumber",
        "city",
        "country",
        "cohort1",
        "course1",
        "role1",
        "course2"
    };

    private SampleRoster() {}

    /**
     * Writes a roster row by row, so that a million rows need no more memory than ten.
     *
     * @param file where to; an Excel workbook if its name ends with {@code .xlsx}, a CSV file otherwise; an existing
     *     file is replaced
     * @param rows how many rows below the header, 0 or more; an Excel sheet ends at 1,048,575
     * @throws RosterException if the file cannot be written
     */
    public static void write(Path file, int rows) {
        try {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
                writeWorkbook(file, rows);
            } else {
                writeCsv(file, rows);
            }
        } catch (IOException failure) {
            throw new RosterException("%s cannot be written.".formatted(file), failure);
        }
    }

    private static void writeCsv(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file);
                ICSVWriter csv = new CSVWriterBuilder(out).build()) {
            csv.writeNext(HEADER, false);
            for (int row = 0; row < rows; row++) {
                csv.writeNext(SamplePerson.of(row).cells(), false);
            }
            if (csv.checkError()) {
                throw new IOException(csv.getException());
            }
        }
    }

    private static void writeWorkbook(Path file, int rows) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, false);
                BufferedOutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            SXSSFSheet sheet = workbook.createSheet("Roster");
            fill(sheet.createRow(0), HEADER);
            for (int row = 0; row < rows; row++) {
                fill(sheet.createRow(row + 1), SamplePerson.of(row).cells());
            }
            workbook.write(out);
        }
    }

    private static void fill(Row row, String[] cells) {
        for (int column = 0; column < cells.length; column++) {
            row.createCell(column).setCellValue(cells[column]);
        }
    }
}
