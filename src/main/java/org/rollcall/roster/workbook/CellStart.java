package org.rollcall.roster.workbook;

import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * Where a cell stands and how it is to be read, from the attributes of its element. They are read without making texts
 * of them, as there are three for every cell.
 */
final class CellStart {
    /** How many columns a sheet can have; the last is XFD. */
    static final int MOST_COLUMNS = 16_384;

    private static final int LETTERS = 26;

    private final Letters letters = new Letters();
    private final Digits digits = new Digits();
    private final TypeName typeName = new TypeName();
    private int column;
    private int style;
    private Type type = Type.NUMBER;

    /** What the text of a cell stands for. */
    enum Type {
        NUMBER,
        SHARED_TEXT,
        TEXT,
        BOOLEAN,
        DATE
    }

    /**
     * Reads the attributes of the element that begins here.
     *
     * @param following the column of a cell that does not say where it stands
     */
    void read(SheetXml xml, int following) throws XMLStreamException {
        column = following;
        style = 0;
        type = Type.NUMBER;
        for (int index = 0; index < xml.attributes(); index++) {
            switch (xml.attributeName(index)) {
                case "r" -> xml.attribute(index, letters);
                case "s" -> xml.attribute(index, digits);
                case "t" -> xml.attribute(index, typeName);
                default -> {}
            }
        }
    }

    /** The column, counted from 0; may be beyond the last that a sheet can have. */
    int column() {
        return column;
    }

    int style() {
        return style;
    }

    Type type() {
        return type;
    }

    /** The column's letters, counted from 0. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.toString();
    }

    /** The column, counted from 0, that these letters name; anything beyond the last if they name none. */
    static int column(String letters) {
        int found = 0;
        for (int at = 0; at < letters.length() && found <= MOST_COLUMNS; at++) {
            found = found * LETTERS + letters.charAt(at) - 'A' + 1;
        }
        return found - 1;
    }

    private abstract static class Decoder extends TypedValueDecoder {
        @Override
        public void decode(String input) {
            decode(input.toCharArray(), 0, input.length());
        }

        @Override
        public void handleEmptyValue() {
            throw new IllegalArgumentException("An attribute of a cell is empty.");
        }
    }

    private final class Letters extends Decoder {
        @Override
        public void decode(char[] buffer, int start, int end) {
            int found = 0;
            int at = start;
            while (at < end && found <= MOST_COLUMNS) {
                int letter = (buffer[at] | 0x20) - 'a';
                if (letter < 0 || letter >= LETTERS) {
                    break;
                }
                found = found * LETTERS + letter + 1;
                at++;
            }
            if (found == 0) {
                throw new IllegalArgumentException("The place of a cell has no letters.");
            }
            column = found - 1;
        }
    }

    private final class Digits extends Decoder {
        @Override
        public void decode(char[] buffer, int start, int end) {
            style = 0;
            for (int at = start; at < end; at++) {
                style = Math.min(style, MOST_COLUMNS) * 10 + buffer[at] - '0';
            }
        }
    }

    private final class TypeName extends Decoder {
        @Override
        public void decode(char[] buffer, int start, int end) {
            boolean alone = end - start == 1;
            type = switch (buffer[start]) {
                case 's' -> alone ? Type.SHARED_TEXT : Type.TEXT;
                case 'b' -> Type.BOOLEAN;
                case 'd' -> Type.DATE;
                case 'n' -> Type.NUMBER;
                default -> Type.TEXT;
            };
        }
    }
}
