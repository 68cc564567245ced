package org.rollcall.roster.workbook;

import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterLine;

/** The rows of one sheet of a workbook of some kind, read from top to bottom. */
interface Rows extends AutoCloseable {
    /** The sheet's name. */
    String sheet();

    /** The number of the row that was read last, 0 before the first. */
    int row();

    /** What was told of the sheet so far beside its cells. */
    SheetLayout layout();

    /** The next row that is not blank, as wide as its last cell that is not empty, or null. */
    @Nullable
    RosterLine next() throws XMLStreamException;

    @Override
    void close();
}
