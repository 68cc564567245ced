package org.rollcall.roster.workbook;

import java.util.List;

/** An open workbook of some kind. */
interface Workbook extends AutoCloseable {
    /** The file's name. */
    String file();

    /** The sheets that have cells, from left to right. */
    List<SheetChoice.Sheet> list();

    /** Opens the sheet that stands at this place in the list. */
    Rows rows(int place);

    /**
     * The merged cells of a sheet, before its rows are read, although most files tell of them behind the rows. Where
     * something cannot be read, the reading of the rows will say so.
     *
     * @param layout what the sheet's rows tell while they are read
     */
    MergedCells merged(int place, SheetLayout layout);

    /** Closes without writing anything back. */
    @Override
    void close();
}
