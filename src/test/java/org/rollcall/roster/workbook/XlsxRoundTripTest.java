package org.rollcall.roster.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.roster.file.FileFormat;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.text.CellText;

@DisplayName("Any rows that were written to an Excel workbook")
class XlsxRoundTripTest {
    private static final int SEEDS = 100;
    private static final String[] PIECES = {
        "a",
        "Zoë",
        "O'Brien",
        " ",
        "\n",
        "\t",
        "00042",
        "42",
        "1E10",
        "=1+1",
        "<b>",
        "&amp;",
        "\"",
        "]]>",
        "東京",
        "مريم",
        "\uD83D\uDE00",
        "e\u0301",
        "\u00A0",
        "_x",
        "_x000",
        "x000D_",
        "TRUE",
        "#N/A",
        "a,b;c",
        "ﬁ",
        "\u200F"
    };

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, SEEDS), new Random().longs(SEEDS));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("with texts in the cells or shared, are read back as the same rows")
    void areReadBack(long seed) throws IOException {
        Random random = new Random(seed);
        List<RosterLine> rows = rows(random);
        Workbook workbook = random.nextBoolean() ? new XSSFWorkbook() : new SXSSFWorkbook();
        List<RosterLine> filled = rows.stream()
                .filter(row -> row.cells().stream().anyMatch(cell -> !CellText.isBlankCell(cell)))
                .toList();

        assertThat(throughAWorkbook(rows, workbook)).isEqualTo(filled);
    }

    /** Rows with gaps between them, and with empty cells at the left and in the middle. */
    private static List<RosterLine> rows(Random random) {
        List<RosterLine> rows = new ArrayList<>();
        int number = 0;
        for (int row = random.nextInt(8); row >= 0; row--) {
            number += 1 + (random.nextInt(4) == 0 ? random.nextInt(30) : 0);
            List<String> cells = new ArrayList<>(IntStream.range(0, random.nextInt(6))
                    .mapToObj(column -> text(random))
                    .toList());
            while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
                cells.remove(cells.size() - 1);
            }
            rows.add(new RosterLine(number, cells));
        }
        return rows;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(5); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        boolean escape = text.toString().matches("(?s).*_x[0-9A-Fa-f]{4}_.*");
        return escape ? "ada" : text.toString();
    }

    private List<RosterLine> throughAWorkbook(List<RosterLine> rows, Workbook workbook) throws IOException {
        Path file = folder.resolve("roster.xlsx");
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Students");
            for (RosterLine row : rows) {
                write(sheet.createRow(row.number() - 1), row.cells());
            }
            workbook.write(out);
        }
        try (WorkbookLines lines =
                WorkbookLines.open(FileFormat.XLSX, file, RosterLimits.defaults(), FileOptions.none(), List::size)) {
            List<RosterLine> read = new ArrayList<>();
            for (RosterLine line = lines.next(); line != null; line = lines.next()) {
                read.add(line);
            }
            return read;
        }
    }

    private static void write(Row row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                row.createCell(column).setCellValue(cells.get(column));
            }
        }
    }
}
