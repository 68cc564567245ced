package org.rollcall.roster;

import java.util.List;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.text.CellText;

/** The cells of one row as texts: trimmed, composed, and empty where the row has no such cell. */
record CellTexts(List<String> cells) {
    String of(RosterColumn column) {
        if (column.index() >= cells.size()) {
            return "";
        }
        String cell = cells.get(column.index());
        return column.field() == RosterField.PASSWORD ? CellText.trimmed(cell) : CellText.cleaned(cell);
    }

    /** Leaves the cells out, as one of them may be a password. */
    @Override
    public String toString() {
        return "CellTexts[" + cells.size() + " cells]";
    }
}
