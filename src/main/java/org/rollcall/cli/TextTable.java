package org.rollcall.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table of texts, whose columns are as wide as their widest cell. */
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();
    private final int widest;

    /** @param widest how many characters a cell may have; what goes beyond is cut */
    TextTable(List<String> titles, int widest) {
        this.widest = widest;
        rows.add(List.copyOf(titles));
    }

    void add(List<String> cells) {
        rows.add(cells.stream().map(TextTable::printable).toList());
    }

    void print(PrintWriter out) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], length(cut(row, i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = cut(row, i);
                line.append(cell).append(" ".repeat(widths[i] - length(cell) + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** A text from a file, on one line, and without what would steer a terminal. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    }

    private String cut(List<String> row, int index) {
        String cell = row.get(index);
        return length(cell) <= widest ? cell : cell.substring(0, cell.offsetByCodePoints(0, widest - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
