package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.roster.RosterFile;
import org.rollcall.roster.RosterReader;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.file.RosterLine;

/** Whatever stands in cells, rows that are rejected whole come back as they were. */
@DisplayName("A reject file read back")
class RejectRoundTripTest {
    private static final List<String> COLUMNS = List.of(
            "username",
            "firstname",
            "lastname",
            "email",
            "idnumber",
            "city",
            "department",
            "phone1",
            "description",
            "note",
            "cohort1",
            "course1",
            "enroltimestart1");
    private static final List<String> PIECES = List.of(
            "=",
            "+",
            "-",
            "@",
            "'",
            "''",
            "'=",
            "\t",
            "\n",
            "\"",
            "\"\"",
            ",",
            ";",
            "|",
            " ",
            "\u00A0",
            "\u3000",
            "\u200B",
            "\u00AD",
            "\uFEFF",
            "\u202E",
            "\u2028",
            "é",
            "e\u0301",
            "ﬁ",
            "Ａ",
            "٣",
            "😀",
            "\\",
            "a",
            "Bc",
            "0",
            "12",
            "=1+1",
            "#REF!",
            "1.23E+11",
            "<b>",
            "03/04/2026",
            "x, y",
            "_x0041_",
            "\u0001",
            "\uFFFD");
    private static final int ROWS = 150;

    @TempDir
    private Path home;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("has the cells of the rejected rows, to the letter")
    void isTheRoster(long seed) throws IOException {
        List<List<String>> rows = rows(new Random(seed));
        Path roster = write(rows);
        assertThat(cells(roster)).isEqualTo(rows);
        try (Installation installation = Installation.in(home)) {
            Ending ending = installation.command("provision", roster.toString());
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);

            Path rejects = installation.report(ending.run(), "rejects.csv");

            assertThat(cells(rejects)).isEqualTo(rows);
            assertThat(cells(installation.report(ending.run(), "rejects.xlsx"))).isEqualTo(rows);
        }
    }

    /** No address has an @ that is followed by a domain, so no row can be done. */
    private static List<List<String>> rows(Random random) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<String> cells = new ArrayList<>();
            for (String column : COLUMNS) {
                StringBuilder cell = new StringBuilder(column.equals("email") ? "nobody" : "");
                int pieces = random.nextInt(5);
                for (int piece = 0; piece < pieces; piece++) {
                    cell.append(PIECES.get(random.nextInt(PIECES.size())));
                }
                cells.add(cell.toString());
            }
            rows.add(cells);
        }
        return rows;
    }

    private Path write(List<List<String>> rows) throws IOException {
        Path file = home.resolve("random.csv");
        try (ICSVWriter writer = new CSVWriterBuilder(Files.newBufferedWriter(file))
                .withParser(new RFC4180ParserBuilder().build())
                .build()) {
            writer.writeNext(COLUMNS.toArray(String[]::new));
            rows.forEach(row -> writer.writeNext(row.toArray(String[]::new)));
        }
        return file;
    }

    private static List<List<String>> cells(Path file) {
        try (RosterReader reader = RosterFile.open(file, RosterRules.defaults())) {
            List<Integer> own =
                    COLUMNS.stream().map(reader.header().names()::indexOf).toList();
            List<List<String>> rows = new ArrayList<>();
            for (RosterLine line = reader.next(); line != null; line = reader.next()) {
                rows.add(own.stream().map(line.cells()::get).toList());
            }
            return rows;
        }
    }
}
