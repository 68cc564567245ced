package org.rollcall.roster.workbook;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.ss.usermodel.FormulaError;

/** The cells of one sheet of an old Excel workbook, one after the other, as the sheet displays them. */
final class XlsCells {
    private static final int FORMULA = 0x06;
    private static final int COLUMNS = 0x7D;
    private static final int NUMBERS = 0xBD;
    private static final int RICH_TEXT = 0xD6;
    private static final int SHARED_TEXT = 0xFD;
    private static final int NUMBER = 0x203;
    private static final int TEXT = 0x204;
    private static final int TRUTH_OR_ERROR = 0x205;
    private static final int FORMULA_TEXT = 0x207;
    private static final int ROW = 0x208;
    private static final int SHORT_NUMBER = 0x27E;

    private static final int MERGED = 0xE5;
    private static final int SHEET_OF_97 = 0x0010_0600;
    private static final Set<Integer> SHARED_FORMULAS = Set.of(0x221, 0x236, 0x4BC);

    private static final int BYTES_OF_A_NUMBER = 6;
    private static final int TO_OPTIONS_OF_A_ROW = 10;
    private static final int TO_OPTIONS_OF_COLUMNS = 4;
    private static final int HIDDEN_ROW = 0x20;
    private static final double EXACT = 1e15;

    private final XlsRecords records;
    private final RecordInputStream in;
    private final List<String> texts;
    private final NumberDisplay numbers;
    private final BitSet hiddenRows = new BitSet();
    private final SheetLayout layout = new SheetLayout();
    private int row;
    private int column;
    private String text = "";
    private boolean inNumbers;

    XlsCells(XlsRecords records, List<String> texts, NumberDisplay numbers) {
        this.records = records;
        this.in = records.in();
        this.texts = texts;
        this.numbers = numbers;
        if (!records.next() || records.id() != XlsRecords.BEGIN || in.readInt() != SHEET_OF_97) {
            throw new IllegalArgumentException("There is no sheet where the workbook says that one begins.");
        }
    }

    /** Goes on to the next cell that has a text; whether there is one. */
    boolean next() {
        if (inNumbers && in.remaining() >= BYTES_OF_A_NUMBER) {
            column++;
            return shows(shortNumber(in.readUShort()));
        }
        inNumbers = false;
        int depth = 1;
        while (records.next()) {
            int id = records.id();
            depth += id == XlsRecords.BEGIN ? 1 : id == XlsRecords.END ? -1 : 0;
            if (depth == 0) {
                return false;
            }
            if (depth == 1 && read(id)) {
                return true;
            }
        }
        throw new IllegalArgumentException("The workbook ends before its sheet does.");
    }

    /** The row of the cell, counted from 0. */
    int row() {
        return row;
    }

    /** The column of the cell, counted from 0. */
    int column() {
        return column;
    }

    /** What the cell shows. */
    String text() {
        return text;
    }

    /** Whether the row of the cell is hidden. */
    boolean isHidden() {
        return hiddenRows.get(row);
    }

    /** What was told of the sheet so far beside its cells. */
    SheetLayout layout() {
        return layout;
    }

    /** Reads a record; whether it was one with a cell. */
    private boolean read(int id) {
        return switch (id) {
            case NUMBER -> shows(number(place(), in.readDouble()));
            case SHORT_NUMBER -> shows(shortNumber(place()));
            case NUMBERS -> {
                inNumbers = true;
                yield shows(shortNumber(place()));
            }
            case SHARED_TEXT -> {
                place();
                yield shows(texts.get(in.readInt()));
            }
            case TEXT, RICH_TEXT -> {
                place();
                yield shows(in.readString());
            }
            case TRUTH_OR_ERROR -> {
                place();
                int value = in.readUByte();
                yield shows(in.readUByte() == 0 ? truth(value) : error(value));
            }
            case FORMULA -> shows(formula(place(), in.readLong()));
            default -> layout(id);
        };
    }

    private boolean shows(String cell) {
        text = cell;
        return true;
    }

    /** Reads where the cell stands, and gives the number of its style. */
    private int place() {
        row = in.readUShort();
        column = in.readUShort();
        return in.readUShort();
    }

    private String shortNumber(int style) {
        return number(style, RKUtil.decodeNumber(in.readInt()));
    }

    private String number(int style, double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
        return numbers.of(whole ? Long.toString((long) value) : Double.toString(value), style);
    }

    /** What a formula came to is a number, or else its first byte says what it is. */
    private String formula(int style, long result) {
        if (result >>> 48 != 0xFFFF) {
            return number(style, Double.longBitsToDouble(result));
        }
        int value = (int) (result >>> 16) & 0xFF;
        return switch ((int) result & 0xFF) {
            case 0 -> formulaText();
            case 1 -> truth(value);
            case 2 -> error(value);
            default -> "";
        };
    }

    private String formulaText() {
        while (records.next() && records.id() != FORMULA_TEXT) {
            if (!SHARED_FORMULAS.contains(records.id())) {
                throw new IllegalArgumentException("A formula's text is missing.");
            }
        }
        return in.readString();
    }

    private static String truth(int value) {
        return value == 0 ? "FALSE" : "TRUE";
    }

    private static String error(int code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : FormulaError.VALUE.getString();
    }

    /** Reads what is told of rows, columns and merged cells; none of it is a cell. */
    private boolean layout(int id) {
        if (id == ROW) {
            int number = in.readUShort();
            records.skip(TO_OPTIONS_OF_A_ROW);
            hiddenRows.set(number, (in.readUShort() & HIDDEN_ROW) != 0);
        } else if (id == COLUMNS) {
            int first = in.readUShort() + 1;
            int last = in.readUShort() + 1;
            records.skip(TO_OPTIONS_OF_COLUMNS);
            if ((in.readUShort() & 1) != 0) {
                layout.hide(first, last);
            }
        } else if (id == MERGED) {
            for (int left = in.readUShort(); left > 0; left--) {
                layout.merged().add(in.readUShort() + 1, in.readUShort() + 1, in.readUShort(), in.readUShort());
            }
        }
        return false;
    }
}
