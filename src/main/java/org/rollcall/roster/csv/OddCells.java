package org.rollcall.roster.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the cells of a record that does not keep to RFC 4180, in the way that Excel does: a mark opens a cell only at its
 * beginning, and text behind the closing mark belongs to the cell.
 */
final class OddCells {
    private final String text;
    private final char delimiter;
    private final boolean unclosed;
    private final List<String> cells = new ArrayList<>();
    private int odd = -1;
    private int at;

    private OddCells(CsvRecord record, char delimiter) {
        this.text = record.text();
        this.delimiter = delimiter;
        this.unclosed = record.quoting() == Quoting.UNCLOSED;
        cut();
    }

    static OddCells of(CsvRecord record, char delimiter) {
        return new OddCells(record, delimiter);
    }

    List<String> cells() {
        return cells;
    }

    /** The first cell with something odd about its marks, counted from 0. */
    int odd() {
        return odd;
    }

    private void cut() {
        do {
            cells.add(cell());
            at++;
        } while (at <= text.length());
    }

    private String cell() {
        int mark = behindBlanks(at);
        if (mark < text.length() && text.charAt(mark) == '"') {
            int closing = closing(mark);
            if (closing >= 0) {
                int end = endOfPlain(closing + 1);
                boolean nothingBehind = behindBlanks(closing + 1) == end;
                if (mark == at || nothingBehind) {
                    String content = text.substring(mark + 1, closing).replace("\"\"", "\"");
                    strike(mark > at || end > closing + 1);
                    String behind = nothingBehind ? "" : text.substring(closing + 1, end);
                    at = end;
                    return content + behind;
                }
            } else if (unclosed && mark == at) {
                strike(true);
                odd = cells.size();
                at++;
            }
        }
        int end = endOfPlain(at);
        String plain = text.substring(at, end);
        strike(plain.indexOf('"') >= 0);
        at = end;
        return plain;
    }

    private void strike(boolean oddly) {
        if (oddly && odd < 0) {
            odd = cells.size();
        }
    }

    private int closing(int mark) {
        int closing = text.indexOf('"', mark + 1);
        while (closing >= 0 && closing + 1 < text.length() && text.charAt(closing + 1) == '"') {
            closing = text.indexOf('"', closing + 2);
        }
        return closing;
    }

    private int behindBlanks(int from) {
        int behind = from;
        while (behind < text.length() && text.charAt(behind) == ' ' && delimiter != ' ') {
            behind++;
        }
        return behind;
    }

    private int endOfPlain(int from) {
        int end = text.indexOf(delimiter, from);
        return end < 0 ? text.length() : end;
    }
}
