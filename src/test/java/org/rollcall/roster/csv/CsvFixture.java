package org.rollcall.roster.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.LineFinding;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;

/** CSV files made for one test. */
final class CsvFixture {
    static final String HEADER = "username,firstname,lastname,email";
    private static final Set<String> NAMES =
            Set.of("username", "firstname", "lastname", "email", "city", "department", "description");

    private CsvFixture() {}

    static Path file(Path folder, String text) {
        return file(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path folder, byte[] content) {
        try {
            return Files.write(folder.resolve("roster.csv"), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static CsvLines open(Path file) {
        return open(file, FileOptions.none());
    }

    static CsvLines open(Path file, FileOptions options) {
        return CsvLines.open(file, RosterLimits.defaults(), options, CsvFixture::countKnown);
    }

    /** Every row, the header with them. */
    static List<RosterLine> rows(CsvLines file) {
        try (file) {
            List<RosterLine> rows = new ArrayList<>();
            for (RosterLine row = file.next(); row != null; row = file.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    /** The rows below a header in row 1. */
    static List<RosterLine> rowsBelowHeader(Path file) {
        List<RosterLine> rows = rows(open(file));
        return rows.subList(1, rows.size());
    }

    /** {@code row:cell code}, for each finding. */
    static List<String> findings(List<RosterLine> rows) {
        List<String> found = new ArrayList<>();
        for (RosterLine row : rows) {
            for (LineFinding finding : row.findings()) {
                found.add(row.number() + ":" + finding.index() + " " + finding.code());
            }
        }
        return found;
    }

    static int countKnown(List<String> cells) {
        return (int) cells.stream().filter(NAMES::contains).count();
    }
}
