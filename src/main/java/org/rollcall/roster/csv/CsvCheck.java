package org.rollcall.roster.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;

/**
 * Looks at every character of a CSV file before the parser sees it, and stops where the parser would guess or run on: a
 * quotation mark that is not closed, a stray one, a cell or row of absurd length, bytes that are no text. The parser
 * knows none of these before it has taken in the rest of the file; here the row is known at once.
 */
final class CsvCheck extends Reader {
    private enum At {
        START_OF_CELL,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    private final Reader in;
    private final String file;
    private final char delimiter;
    private final RosterLimits limits;
    private At at = At.START_OF_CELL;
    private int row = 1;
    private int cellLength;
    private int rowLength;
    private boolean afterCarriageReturn;

    CsvCheck(Reader in, String file, char delimiter, RosterLimits limits) {
        this.in = in;
        this.file = file;
        this.delimiter = delimiter;
        this.limits = limits;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(target, offset, length);
        } catch (CharacterCodingException notUtf8) {
            throw new RosterException(
                    "%s is not UTF-8 text near row %d: save it as 'CSV UTF-8'.".formatted(file, row), notUtf8);
        }
        for (int i = offset; i < offset + count; i++) {
            take(target[i]);
        }
        if (count < 0 && at == At.QUOTED) {
            throw unclosed();
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void take(char character) {
        if (character == 0) {
            throw new RosterException(
                    "%s is not a roster: it holds bytes that are no text near row %d.".formatted(file, row));
        }
        count();
        switch (at) {
            case START_OF_CELL -> {
                cellLength = 0;
                if (character == '"') {
                    at = At.QUOTED;
                } else if (!endsCell(character)) {
                    at = At.PLAIN;
                }
            }
            case PLAIN -> {
                if (character == '"') {
                    throw new RosterException(("Row %d of %s has a quotation mark in the middle of a cell: put the"
                                    + " whole cell in quotation marks and double the mark inside it.")
                            .formatted(row, file));
                }
                endsCell(character);
            }
            case QUOTED -> {
                if (character == '"') {
                    at = At.AFTER_QUOTE;
                }
            }
            case AFTER_QUOTE -> {
                if (character == '"') {
                    at = At.QUOTED;
                } else if (!endsCell(character)) {
                    throw unclosed();
                }
            }
        }
        afterCarriageReturn = character == '\r';
    }

    private boolean endsCell(char character) {
        if (character == delimiter) {
            at = At.START_OF_CELL;
            return true;
        }
        if (character != '\r' && character != '\n') {
            return false;
        }
        at = At.START_OF_CELL;
        rowLength = 0;
        if (character == '\r' || !afterCarriageReturn) {
            row++;
        }
        return true;
    }

    private void count() {
        cellLength++;
        rowLength++;
        if (cellLength > limits.maxCellLength()) {
            throw at == At.QUOTED
                    ? unclosed()
                    : new RosterException("Row %d of %s has a cell of more than %d characters."
                            .formatted(row, file, limits.maxCellLength()));
        }
        if (rowLength > limits.maxRowLength()) {
            throw new RosterException(
                    "Row %d of %s has more than %d characters.".formatted(row, file, limits.maxRowLength()));
        }
    }

    private RosterException unclosed() {
        return new RosterException(("Row %d of %s has a quotation mark that opens a cell and is not closed: close it,"
                        + " or double it where it belongs to the text.")
                .formatted(row, file));
    }
}
