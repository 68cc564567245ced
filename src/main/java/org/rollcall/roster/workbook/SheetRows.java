package org.rollcall.roster.workbook;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.LineFinding;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.text.CellText;
import org.rollcall.roster.text.Wording;

/** The rows of one sheet, pulled from its XML one at a time. A cell that the sheet leaves out is empty. */
final class SheetRows implements AutoCloseable {
    private static final List<LineFinding> HIDDEN = List.of(LineFinding.warning(
            "row.hidden", "The row is hidden or filtered out in the sheet; it was read all the same."));

    private final String file;
    private final String sheet;
    private final SheetXml xml;
    private final SheetCells cells;
    private final RosterLimits limits;
    private final List<String> texts = new ArrayList<>();
    private final SheetLayout layout = new SheetLayout();
    private boolean inData;
    private boolean hidden;
    private int row;

    SheetRows(String file, String sheet, SheetXml xml, SheetCells cells, RosterLimits limits) {
        this.file = file;
        this.sheet = sheet;
        this.xml = xml;
        this.cells = cells;
        this.limits = limits;
    }

    /** The sheet's name. */
    String sheet() {
        return sheet;
    }

    /** The number of the row that was read last, 0 before the first. */
    int row() {
        return row;
    }

    /** What was told of the sheet so far beside its cells. */
    SheetLayout layout() {
        return layout;
    }

    /** The next row that is not blank, as wide as its last cell that is not empty, or null. */
    @Nullable
    RosterLine next() throws XMLStreamException {
        while (xml.advance()) {
            if (inData && xml.begins("row")) {
                begin();
                if (readCells()) {
                    return new RosterLine(row, texts, hidden ? HIDDEN : List.of());
                }
            } else if (xml.begins("sheetData") || xml.ends("sheetData")) {
                inData = xml.begins("sheetData");
            } else if (!inData) {
                layout.take(xml);
            }
        }
        return null;
    }

    @Override
    public void close() {
        xml.close();
    }

    private void begin() throws XMLStreamException {
        int number = xml.attribute("r", row + 1);
        if (number <= row) {
            throw new RosterException(
                    "Row %d of sheet “%s” in %s stands behind row %d: open it in Excel and save it again."
                            .formatted(number, Wording.shortened(sheet), file, row));
        }
        row = number;
        hidden = xml.flag("hidden");
    }

    /** Reads the cells of a row; whether one of them holds anything. */
    private boolean readCells() throws XMLStreamException {
        texts.clear();
        boolean filled = false;
        int length = 0;
        int column = -1;
        while (xml.advance() && !xml.ends("row")) {
            if (!xml.begins("c")) {
                continue;
            }
            column = cells.column(xml, column + 1);
            String text = cells.text(xml);
            if (text.isEmpty()) {
                continue;
            }
            length += text.length();
            if (column >= CellStart.MOST_COLUMNS) {
                throw refused("a cell beyond column XFD, the last that a sheet can have");
            }
            if (text.length() > limits.maxCellLength()) {
                throw refused("a cell of more than %d characters in column %s"
                        .formatted(limits.maxCellLength(), CellStart.letters(column)));
            }
            if (length > limits.maxRowLength()) {
                throw refused("more than %d characters".formatted(limits.maxRowLength()));
            }
            put(column, text);
            filled = filled || !CellText.isBlankCell(text);
        }
        return filled;
    }

    private void put(int column, String text) {
        while (texts.size() <= column) {
            texts.add("");
        }
        if (!texts.get(column).isEmpty()) {
            throw refused("two cells in column %s".formatted(CellStart.letters(column)));
        }
        texts.set(column, text);
    }

    private RosterException refused(String what) {
        return new RosterException(
                "Row %d of sheet “%s” in %s has %s.".formatted(row, Wording.shortened(sheet), file, what));
    }
}
