package org.rollcall.roster.csv;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.text.CellText;

/** The records of a CSV file with a given delimiter; blank ones are left out but counted. */
final class CsvRecords implements AutoCloseable {
    private final String file;
    private final CSVReader csv;
    private int row;

    private CsvRecords(String file, CSVReader csv) {
        this.file = file;
        this.csv = csv;
    }

    static CsvRecords open(Path path, char delimiter, RosterLimits limits) {
        String file = String.valueOf(path.getFileName());
        try {
            Reader text = new CsvCheck(new Utf8Reader(Files.newInputStream(path)), file, delimiter, limits);
            CSVReader csv = new CSVReaderBuilder(text)
                    .withCSVParser(
                            new RFC4180ParserBuilder().withSeparator(delimiter).build())
                    .withVerifyReader(false)
                    .build();
            return new CsvRecords(file, csv);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    @Nullable
    RosterLine next() {
        try {
            String[] cells = csv.readNext();
            row++;
            while (cells != null && isBlank(cells)) {
                cells = csv.readNext();
                row++;
            }
            if (cells == null) {
                return null;
            }
            return new RosterLine(row, List.of(cells));
        } catch (IOException | CsvValidationException failure) {
            throw unreadable(file, failure);
        }
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException nothingWasWritten) {
            throw unreadable(file, nothingWasWritten);
        }
    }

    private static boolean isBlank(String[] cells) {
        for (String cell : cells) {
            if (!CellText.isBlankCell(cell)) {
                return false;
            }
        }
        return true;
    }

    private static RosterException unreadable(String file, Exception failure) {
        return new RosterException("%s cannot be read.".formatted(file), failure);
    }
}
