package org.rollcall.roster.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.LineFinding;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.text.CellText;
import org.rollcall.roster.text.Wording;

/** Collects the cells of one row after the other, and refuses what no sheet can have. */
final class RowCells {
    private static final List<LineFinding> HIDDEN = List.of(LineFinding.warning(
            "row.hidden", "The row is hidden or filtered out in the sheet; it was read all the same."));

    private final String file;
    private final String sheet;
    private final RosterLimits limits;
    private final List<String> texts = new ArrayList<>();
    private int row;
    private boolean hidden;
    private boolean filled;
    private int length;

    RowCells(String file, String sheet, RosterLimits limits) {
        this.file = file;
        this.sheet = sheet;
        this.limits = limits;
    }

    /** The sheet's name. */
    String sheet() {
        return sheet;
    }

    /** The number of the row that was begun last, 0 before the first. */
    int row() {
        return row;
    }

    /** Begins a row. */
    void begin(int number, boolean isHidden) {
        if (number <= row) {
            throw new RosterException(
                    "Row %d of sheet “%s” in %s stands behind row %d: open it in Excel and save it again."
                            .formatted(number, Wording.shortened(sheet), file, row));
        }
        row = number;
        hidden = isHidden;
        filled = false;
        length = 0;
        texts.clear();
    }

    /** Takes in a cell of the row that was begun; its column is counted from 0. */
    void put(int column, String text) {
        if (text.isEmpty()) {
            return;
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
        while (texts.size() <= column) {
            texts.add("");
        }
        if (!texts.get(column).isEmpty()) {
            throw refused("two cells in column %s".formatted(CellStart.letters(column)));
        }
        texts.set(column, text);
        filled = filled || !CellText.isBlankCell(text);
    }

    /** The row that was begun, as wide as its last cell that is not empty; null if it is blank. */
    @Nullable
    RosterLine line() {
        return filled ? new RosterLine(row, texts, hidden ? HIDDEN : List.of()) : null;
    }

    private RosterException refused(String what) {
        return new RosterException(
                "Row %d of sheet “%s” in %s has %s.".formatted(row, Wording.shortened(sheet), file, what));
    }
}
