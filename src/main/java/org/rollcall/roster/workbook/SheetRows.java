package org.rollcall.roster.workbook;

import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterLine;

/** The rows of one sheet, pulled from its XML one at a time. A cell that the sheet leaves out is empty. */
final class SheetRows implements Rows {
    private final SheetXml xml;
    private final SheetCells cells;
    private final RowCells row;
    private final SheetLayout layout = new SheetLayout();
    private boolean inData;

    SheetRows(SheetXml xml, SheetCells cells, RowCells row) {
        this.xml = xml;
        this.cells = cells;
        this.row = row;
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
        while (xml.advance()) {
            if (inData && xml.begins("row")) {
                readRow();
                RosterLine line = row.line();
                if (line != null) {
                    return line;
                }
            } else if (xml.begins("sheetData") || xml.ends("sheetData")) {
                inData = xml.begins("sheetData");
            } else if (!inData) {
                layout.takeColumns(xml);
            }
        }
        return null;
    }

    @Override
    public void close() {
        xml.close();
    }

    private void readRow() throws XMLStreamException {
        row.begin(xml.attribute("r", row.row() + 1), xml.flag("hidden"));
        int column = -1;
        while (xml.advance() && !xml.ends("row")) {
            if (xml.begins("c")) {
                column = cells.column(xml, column + 1);
                row.put(column, cells.text(xml));
            }
        }
    }
}
