package org.rollcall.roster.workbook;

import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterLine;

/** The rows of one sheet of an old Excel workbook, put together from its cells. */
final class XlsRows implements Rows {
    private final XlsCells cells;
    private final RowCells row;
    private boolean begun;
    private boolean ended;

    XlsRows(XlsCells cells, RowCells row) {
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
        return cells.layout();
    }

    @Override
    public @Nullable RosterLine next() {
        while (!ended) {
            RosterLine line = null;
            ended = !cells.next();
            boolean another = ended || cells.row() + 1 != row.row();
            if (another && begun) {
                line = row.line();
            }
            if (another && !ended) {
                row.begin(cells.row() + 1, cells.isHidden());
                begun = true;
            }
            if (!ended) {
                row.put(cells.column(), cells.text());
            }
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    /** The container is closed with its workbook. */
    @Override
    public void close() {}
}
