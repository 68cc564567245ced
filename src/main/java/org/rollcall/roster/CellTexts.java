package org.rollcall.roster;

import java.util.List;
import java.util.function.BiConsumer;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.text.CellText;
import org.rollcall.roster.text.CleanText;
import org.rollcall.roster.text.TextKind;

/** The cells of one row as texts: cleaned, and empty where the row has no such cell. */
final class CellTexts {
    private final String[] texts;

    private CellTexts(int cells) {
        texts = new String[cells];
    }

    /**
     * Cleans the cells of the columns that Rollcall knows.
     *
     * @param changed is told of each cell in which something was changed, with the clauses that say what
     */
    static CellTexts read(
            List<RosterColumn> columns, List<String> cells, BiConsumer<RosterColumn, List<String>> changed) {
        CellTexts read = new CellTexts(cells.size());
        for (RosterColumn column : columns) {
            if (column.index() < cells.size()) {
                read.texts[column.index()] = text(column, cells.get(column.index()), changed);
            }
        }
        return read;
    }

    private static String text(RosterColumn column, String cell, BiConsumer<RosterColumn, List<String>> changed) {
        if (CleanText.isPlain(cell)) {
            return cell;
        }
        if (column.field() == RosterField.PASSWORD) {
            return CellText.trimmed(cell);
        }
        CleanText clean = CleanText.of(cell, kind(column.field()));
        if (!clean.changes().isEmpty()) {
            changed.accept(column, clean.changes());
        }
        return clean.text();
    }

    String of(RosterColumn column) {
        return column.index() < texts.length ? texts[column.index()] : "";
    }

    private static TextKind kind(RosterField field) {
        return switch (field) {
            case DESCRIPTION, ADDRESS, PROFILE_FIELD_ -> TextKind.LINES;
            case FIRSTNAME,
                    LASTNAME,
                    CITY,
                    INSTITUTION,
                    DEPARTMENT,
                    FIRSTNAMEPHONETIC,
                    LASTNAMEPHONETIC,
                    MIDDLENAME,
                    ALTERNATENAME,
                    INTERESTS,
                    COHORT,
                    COURSE,
                    GROUP -> TextKind.LINE;
            default -> TextKind.CODE;
        };
    }

    /** Leaves the cells out, as one of them may be a password. */
    @Override
    public String toString() {
        return "CellTexts[" + texts.length + " cells]";
    }
}
