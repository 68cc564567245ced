package org.rollcall.roster;

import java.util.List;

/**
 * One row of the file before anything was made of it.
 *
 * @param number the row as the registrar sees it: the header is row 1, the first data row is 2; blank rows are counted,
 *     and a quoted CSV cell with line breaks in it is still one row
 * @param cells the cells as they came, neither trimmed nor cut; an Excel row has at least as many as the header, a CSV
 *     row as many as it has. Line breaks inside a CSV cell are always {@code \n}
 */
public record RosterLine(int number, List<String> cells) {
    public RosterLine {
        cells = List.copyOf(cells);
    }

    /** Names the row for a log; its cells are left out, as one of them may be a password. */
    @Override
    public String toString() {
        return "RosterLine[row " + number + ", " + cells.size() + " cells]";
    }
}
