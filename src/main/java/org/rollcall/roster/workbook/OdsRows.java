package org.rollcall.roster.workbook;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;

/**
 * The rows of one sheet of an OpenDocument spreadsheet, pulled from its XML one at a time. A row or cell may stand there
 * once for many that are alike; a million empty rows cost nothing.
 */
final class OdsRows implements Rows {
    private static final List<String> AROUND_ROWS = List.of(
            "table-rows",
            "table-header-rows",
            "table-row-group",
            "table-columns",
            "table-header-columns",
            "table-column-group");

    private final SheetXml xml;
    private final RowCells row;
    private final OdsCell cell;
    private final SheetLayout layout = new SheetLayout();
    private int columns;
    private int passed;
    private int repeats;
    private List<String> repeated = List.of();
    private boolean hidden;

    OdsRows(SheetXml xml, RowCells row, RosterLimits limits) {
        this.xml = xml;
        this.row = row;
        this.cell = new OdsCell(limits);
    }

    @Override
    public String sheet() {
        return row.sheet();
    }

    @Override
    public int row() {
        return row.row();
    }

    @Override
    public SheetLayout layout() {
        return layout;
    }

    @Override
    public @Nullable RosterLine next() throws XMLStreamException {
        if (repeats > 0) {
            repeats--;
            row.begin(++passed, hidden);
            for (int column = 0; column < repeated.size(); column++) {
                row.put(column, repeated.get(column));
            }
            return row.line();
        }
        while (xml.advance() && !xml.ends("table")) {
            if (xml.begins("table-row")) {
                RosterLine line = readRow();
                if (line != null) {
                    return line;
                }
            } else if (xml.begins("table-column")) {
                readColumns();
            } else if (xml.begins() && AROUND_ROWS.stream().noneMatch(xml::begins)) {
                xml.skip();
            }
        }
        return null;
    }

    @Override
    public void close() {
        xml.close();
    }

    private @Nullable RosterLine readRow() throws XMLStreamException {
        int alike = Math.max(1, xml.attribute("number-rows-repeated", 1));
        hidden = isHidden();
        row.begin(Math.addExact(passed, 1), hidden);
        int column = 0;
        while (xml.advance() && !xml.ends("table-row")) {
            boolean covered = xml.begins("covered-table-cell");
            if (covered || xml.begins("table-cell")) {
                column = readCells(column, covered);
            } else if (xml.begins()) {
                xml.skip();
            }
        }
        RosterLine line = row.line();
        passed = Math.addExact(passed, line == null ? alike : 1);
        repeats = line == null ? 0 : alike - 1;
        repeated = line == null || alike == 1 ? List.of() : line.cells();
        return line;
    }

    /** Reads a cell and those to the right that are like it; gives the column behind them. */
    private int readCells(int column, boolean covered) throws XMLStreamException {
        int behind = Math.addExact(column, Math.max(1, xml.attribute("number-columns-repeated", 1)));
        int height = xml.attribute("number-rows-spanned", 1);
        int width = xml.attribute("number-columns-spanned", 1);
        String text = cell.text(xml);
        if (covered || text.isEmpty()) {
            return behind;
        }
        if (height > 1 || width > 1) {
            layout.merged()
                    .add(row.row(), Math.addExact(row.row(), height - 1), column, Math.addExact(column, width - 1));
        }
        for (int at = column; at < behind; at++) {
            row.put(at, text);
        }
        return behind;
    }

    private void readColumns() throws XMLStreamException {
        int behind = Math.addExact(columns, Math.max(1, xml.attribute("number-columns-repeated", 1)));
        if (isHidden()) {
            layout.hide(columns + 1, behind);
        }
        columns = behind;
    }

    private boolean isHidden() {
        String visibility = xml.attribute("visibility");
        return "collapse".equals(visibility) || "filter".equals(visibility);
    }
}
