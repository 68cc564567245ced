package org.rollcall.roster.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.roster.csv.CsvFixture.file;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.roster.file.RosterLine;

/** Whatever rows are written as CSV, in whatever manner, the same rows are read. */
class CsvRoundTripTest {
    private static final List<String> NAMES =
            List.of("username", "firstname", "lastname", "email", "city", "department", "description");
    private static final List<String> CHARSETS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE");

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return RandomRows.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsTheRowsThatWereWritten(long seed) {
        RandomRows random = new RandomRows(seed);
        List<List<String>> rows = rows(random);
        char delimiter = random.oneOf(List.of(',', ';', '\t', '|', ':'));
        String lineEnd = random.oneOf(List.of("\n", "\r\n", "\r"));
        String mark = random.oneOf(List.of("", "\uFEFF"));
        Charset charset = Charset.forName(random.oneOf(mark.isEmpty() ? CHARSETS.subList(0, 1) : CHARSETS));
        String text = mark + random.csv(rows, delimiter, lineEnd);

        CsvLines lines = CsvFixture.open(file(folder, text.getBytes(charset)));

        assertThat(lines.details().charset()).isEqualTo(charset.name());
        assertThat(lines.details().delimiter()).isEqualTo(delimiter);
        assertThat(cells(lines)).isEqualTo(rows);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsTheRowsThatOpenCsvWrote(long seed) throws IOException {
        RandomRows random = new RandomRows(seed);
        List<List<String>> rows = rows(random);
        char delimiter = random.oneOf(List.of(',', ';', '\t', '|', ':'));
        boolean all = random.oneOf(List.of(true, false));
        StringWriter text = new StringWriter();
        try (ICSVWriter writer = new CSVWriterBuilder(text)
                .withParser(new RFC4180ParserBuilder().withSeparator(delimiter).build())
                .withLineEnd(random.oneOf(List.of("\n", "\r\n")))
                .build()) {
            rows.forEach(row -> writer.writeNext(row.toArray(String[]::new), all));
        }

        assertThat(cells(CsvFixture.open(file(folder, text.toString())))).isEqualTo(rows);
    }

    private static List<List<String>> rows(RandomRows random) {
        List<String> header = NAMES.subList(0, random.oneOf(List.of(2, 3, 4, 7)));
        List<List<String>> rows = new ArrayList<>();
        rows.add(header);
        rows.addAll(random.rows(header.size()));
        return rows;
    }

    private static List<List<String>> cells(CsvLines lines) {
        return CsvFixture.rows(lines).stream().map(RosterLine::cells).toList();
    }
}
