package org.rollcall.roster.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Makes up rows of any text, and writes them in any manner of CSV; one seed always gives the same. */
final class RandomRows {
    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "0",
            " ",
            "  ",
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "|",
            ":",
            "\\",
            "\\\"",
            "\n",
            "\n\n",
            "'",
            "=",
            "sep=;",
            "\u00e9",
            "\u0141",
            "\u6f22\u5b57",
            "\u05d0",
            "\u0301",
            "\u00a0",
            "\u2028",
            "\u0085",
            "\ufeff",
            "\ufffd",
            "\ue000",
            "\u007f",
            "\uD83C\uDF93",
            "\uDBFF\uDFFD");
    private static final int SURROGATES = Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1;

    private final Random random;

    RandomRows(long seed) {
        this.random = new Random(seed);
    }

    /** The same hundred seeds in every run, and a hundred that nobody has tried; a failure is named by its seed. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 100), new Random().longs(100));
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Rows of one width, none of them blank, as blank ones are left out when they are read. */
    List<List<String>> rows(int width) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = random.nextInt(30); row >= 0; row--) {
            List<String> cells = new ArrayList<>();
            cells.add("r" + row + text());
            while (cells.size() < width) {
                cells.add(text());
            }
            rows.add(cells);
        }
        return rows;
    }

    /** The rows as text: cells are quoted where they must be, always, or now and then. */
    String csv(List<List<String>> rows, char delimiter, String lineEnd) {
        int quoting = random.nextInt(3);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                boolean must = cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
                text.append(i == 0 ? "" : delimiter);
                text.append(
                        must || quoting == 1 || (quoting == 2 && random.nextBoolean())
                                ? '"' + cell.replace("\"", "\"\"").replace("\n", lineEnd) + '"'
                                : cell);
            }
            text.append(lineEnd);
        }
        if (random.nextBoolean()) {
            text.setLength(text.length() - lineEnd.length());
        }
        return text.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(random.nextInt(6) == 0 ? Character.toString(anyCodePoint()) : oneOf(PIECES));
        }
        return text.toString();
    }

    /** Any character but the controls and lone surrogates. */
    private int anyCodePoint() {
        int codePoint = ' ' + random.nextInt(Character.MAX_CODE_POINT - SURROGATES - ' ');
        return codePoint < Character.MIN_SURROGATE ? codePoint : codePoint + SURROGATES;
    }
}
