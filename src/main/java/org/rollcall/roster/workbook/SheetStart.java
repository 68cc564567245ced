package org.rollcall.roster.workbook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;

/**
 * A sheet of which the rows were read in which a header may stand.
 *
 * @param rows the sheet, whose next row is the one behind these
 * @param lines the rows that were read
 * @param mostKnown how many names of columns the best of them has
 * @param header the number of the best row; 0 if there is none
 * @param width how many columns the widest of them has
 */
record SheetStart(Rows rows, Deque<RosterLine> lines, int mostKnown, int header, int width) {
    static SheetStart of(Rows rows, ToIntFunction<List<String>> knownNames) throws XMLStreamException {
        Deque<RosterLine> lines = new ArrayDeque<>();
        int mostKnown = 0;
        int header = 0;
        int width = 0;
        for (RosterLine line = rows.next(); line != null; line = rows.next()) {
            lines.add(line);
            width = Math.max(width, line.cells().size());
            int known = knownNames.applyAsInt(line.cells());
            if (known > mostKnown) {
                mostKnown = known;
                header = line.number();
            }
            if (line.number() >= RosterLimits.LAST_HEADER_ROW) {
                break;
            }
        }
        return new SheetStart(rows, lines, mostKnown, header, width);
    }

    /** The sheet's next row that is not blank, or null. */
    @Nullable
    RosterLine next() throws XMLStreamException {
        RosterLine line = lines.poll();
        return line == null ? rows.next() : line;
    }
}
