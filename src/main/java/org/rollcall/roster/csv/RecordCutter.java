package org.rollcall.roster.csv;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;

/**
 * Cuts a text into records. Whatever is wrong with quotation marks stays a matter of the record that it begins in: one
 * with a mark that is not closed ends with its line, and the next line is a record again. A mark is taken for closed only
 * where a delimiter or a line end follows the closing one, so the first quoted cell of a row below does not close it.
 *
 * <p>Lines end with CR, LF or both, in any mixture; U+0085 and U+2028 are no line ends.
 */
final class RecordCutter {
    private final TextWindow text;
    private final String file;
    private final char delimiter;
    private final int maxLength;
    private final QuotedCell quoted;

    private int row;
    private int line;
    private int firstLine;
    /** Of the last record and its line end, which stand at the beginning of the window until the next one is asked for. */
    private int length;

    private Quoting quoting = Quoting.REGULAR;

    RecordCutter(Reader in, String file, CsvDialect dialect, RosterLimits limits) {
        this.text = new TextWindow(in);
        this.file = file;
        this.delimiter = dialect.delimiter();
        this.length = dialect.separatorLine();
        this.line = length == 0 ? 1 : 2;
        this.maxLength = limits.maxRowLength();
        this.quoted = new QuotedCell(text, limits.maxCellLength());
    }

    /**
     * Cuts the next record, blank ones included.
     *
     * @return the record, or null at the end of the text
     * @throws IOException if the file cannot be read, or holds bytes that its character set does not have
     * @throws RosterException if the text holds what no text holds
     */
    @Nullable
    CsvRecord next() throws IOException {
        if (length > 0 && text.at(length - 1) != TextWindow.END) {
            text.advance(length);
        }
        length = 0;
        row++;
        firstLine = line;
        quoting = Quoting.REGULAR;
        return text.at(0) == TextWindow.END ? null : cut();
    }

    /** The row of the record that was cut last, or that could not be cut. */
    int row() {
        return row;
    }

    /**
     * Takes back that the last record goes over more than one line: what opened a cell in its first line was a stray mark.
     *
     * @return the first line alone
     */
    CsvRecord onlyFirstLine() throws IOException {
        return firstLine(Quoting.UNCLOSED);
    }

    private CsvRecord cut() throws IOException {
        int at = 0;
        while (true) {
            at = text.nextLow(at, maxLength);
            if (at >= maxLength) {
                return tooLong(at);
            }
            switch (text.at(at)) {
                case TextWindow.END, '\n', '\r' -> {
                    return ended(at);
                }
                case 0 -> throw noText();
                case '"' -> {
                    at = behindMark(at);
                    if (at < 0) {
                        quoted.inVain();
                        return firstLine(Quoting.UNCLOSED);
                    }
                }
                default -> at++;
            }
        }
    }

    /** Where to go on behind a mark; below 0 where it opens a cell that is not closed. */
    private int behindMark(int mark) throws IOException {
        int start = mark;
        while (start > 0 && isBlank(text.at(start - 1))) {
            start--;
        }
        boolean opens = start == 0 || text.at(start - 1) == delimiter;
        if (!opens) {
            quoting = quoting.worse(Quoting.STRAY);
            return mark + 1;
        }
        int closing = quoted.close(mark, line);
        int behind = closing + 1;
        while (closing >= 0 && isBlank(text.at(behind))) {
            behind++;
        }
        boolean closed = closing >= 0 && endsCell(text.at(behind));
        if (closed) {
            line = quoted.line();
            quoting = start < mark || behind > closing + 1 ? quoting.worse(Quoting.LOOSE) : quoting;
            return behind;
        }
        if (start < mark) {
            quoting = quoting.worse(Quoting.STRAY);
            return mark + 1;
        }
        if (closing >= 0 && !quoted.isBroken()) {
            quoting = quoting.worse(Quoting.TEXT_BEHIND);
            return closing + 1;
        }
        return -1;
    }

    private boolean isBlank(int character) {
        return character == ' ' && delimiter != ' ';
    }

    private boolean endsCell(int character) {
        return character == delimiter || endsLine(character) || character == TextWindow.END;
    }

    private static boolean endsLine(int character) {
        return character == '\n' || character == '\r';
    }

    private CsvRecord firstLine(Quoting why) throws IOException {
        line = firstLine;
        quoting = why;
        int at = 0;
        while (at < maxLength && !endsLine(text.at(at)) && text.at(at) != TextWindow.END) {
            if (text.at(at) == 0) {
                throw noText();
            }
            at = text.nextLow(at + 1, maxLength);
        }
        return at < maxLength ? ended(at) : tooLong(at);
    }

    private RosterException noText() {
        return new RosterException(
                "%s is not a roster: it holds bytes that are no text near row %d.".formatted(file, row));
    }

    /** The record's first part; the rest of the line is passed over. */
    private CsvRecord tooLong(int reached) throws IOException {
        CsvRecord record = record(maxLength, Quoting.TOO_LONG);
        int at = reached;
        while (!endsLine(text.at(at)) && text.at(at) != TextWindow.END) {
            text.advance(at + 1);
            at = text.nextLow(0, maxLength);
        }
        length = at;
        passLineEnd();
        return record;
    }

    private CsvRecord ended(int at) throws IOException {
        CsvRecord record = record(at, quoting);
        length = at;
        passLineEnd();
        return record;
    }

    private void passLineEnd() throws IOException {
        if (text.at(length) != TextWindow.END) {
            length += text.at(length) == '\r' && text.at(length + 1) == '\n' ? 2 : 1;
            line++;
        }
    }

    private CsvRecord record(int characters, Quoting how) {
        String content = text.text(characters);
        if (line > firstLine && content.indexOf('\r') >= 0) {
            content = content.replace("\r\n", "\n").replace('\r', '\n');
        }
        return new CsvRecord(row, firstLine, line, content, how);
    }
}
