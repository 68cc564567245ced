package org.rollcall.roster.workbook;

import javax.xml.stream.XMLStreamException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.workbook.SheetXml.Within;

/** The cells of a workbook's sheets, one at a time, as their sheet displays them. */
final class SheetCells {
    /**
     * How Excel shows a formula whose value is not there yet. It stands for a formula that the file has no value of, as
     * a text that every later reading knows for a damaged cell.
     */
    static final String NOT_CALCULATED = "#GETTING_DATA";

    private final CellStart start = new CellStart();
    private final TextBuffer buffer;
    private final SharedStrings strings;
    private final NumberDisplay numbers;
    private final boolean uncalculated;

    /**
     * Prepares to read cells.
     *
     * @param uncalculated whether formulas without a value have a 0, which some programs write in its place
     */
    SheetCells(SharedStrings strings, NumberDisplay numbers, boolean uncalculated, RosterLimits limits) {
        this.buffer = new TextBuffer(limits.maxCellLength());
        this.strings = strings;
        this.numbers = numbers;
        this.uncalculated = uncalculated;
    }

    /** Reads where the cell that begins here stands, counted from 0; {@code following} where it does not say. */
    int column(SheetXml xml, int following) throws XMLStreamException {
        start.read(xml, following);
        return start.column();
    }

    /** Reads the rest of the cell whose column was just read; empty where the cell has nothing but a format. */
    String text(SheetXml xml) throws XMLStreamException {
        Within within = xml.text(buffer);
        if (within != Within.VALUE && isNotCalculated(within)) {
            return NOT_CALCULATED;
        }
        if (buffer.isEmpty()) {
            return "";
        }
        return switch (start.type()) {
            case SHARED_TEXT -> strings.get(buffer.shortNumber());
            case NUMBER -> numbers.of(buffer.toString(), start.style());
            case BOOLEAN -> truth(buffer.toString());
            case DATE -> CellDates.of(buffer.toString());
            case TEXT -> EscapedText.read(buffer.toString());
        };
    }

    private boolean isNotCalculated(Within within) {
        boolean text = start.type() == CellStart.Type.TEXT;
        if (within == Within.BARE_FORMULA || (buffer.isEmpty() && !text)) {
            return true;
        }
        return uncalculated && start.type() == CellStart.Type.NUMBER && buffer.shortNumber() == 0;
    }

    private static String truth(String text) {
        return text.equals("1") || text.equals("true") ? "TRUE" : "FALSE";
    }
}
