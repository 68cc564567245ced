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

    /** Closes without writing anything back. */
    @Override
    void close();
}
