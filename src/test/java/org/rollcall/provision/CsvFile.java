package org.rollcall.provision;

import com.opencsv.CSVReaderBuilder;
import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A CSV file as a spreadsheet's user handles it: opened, changed cell by cell, and saved. */
final class CsvFile {

    private final List<List<String>> lines = new ArrayList<>();

    private CsvFile() {}

    static CsvFile open(Path file) throws IOException {
        CsvFile csv = new CsvFile();
        String text = Files.readString(file);
        try (Reader reader = new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            new CSVReaderBuilder(reader)
                    .withCSVParser(new RFC4180ParserBuilder().build())
                    .build()
                    .readAll()
                    .forEach(line -> csv.lines.add(new ArrayList<>(List.of(line))));
        } catch (CsvException broken) {
            throw new AssertionError(file + " is no CSV", broken);
        }
        return csv;
    }

    List<String> header() {
        return lines.get(0);
    }

    /** The lines below the header. */
    List<List<String>> rows() {
        return lines.subList(1, lines.size());
    }

    /** A cell of a line below the header, the first of which is 0. */
    String cell(int row, String column) {
        return rows().get(row).get(index(column));
    }

    /** All cells of a column. */
    List<String> column(String column) {
        return rows().stream().map(row -> row.get(index(column))).toList();
    }

    CsvFile put(int row, String column, String value) {
        rows().get(row).set(index(column), value);
        return this;
    }

    private int index(String column) {
        int index = header().indexOf(column);
        if (index < 0) {
            throw new AssertionError("There is no column " + column + " in " + header());
        }
        return index;
    }

    Path saveAs(Path file) throws IOException {
        try (ICSVWriter writer = new CSVWriterBuilder(Files.newBufferedWriter(file))
                .withParser(new RFC4180ParserBuilder().build())
                .build()) {
            lines.forEach(line -> writer.writeNext(line.toArray(String[]::new), false));
        }
        return file;
    }
}
