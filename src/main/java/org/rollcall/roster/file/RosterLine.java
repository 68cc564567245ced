package org.rollcall.roster.file;

import java.util.List;

/**
 * One row of the file before anything was made of it.
 *
 * @param number the row as the registrar sees it: the header is row 1, the first data row is 2; blank rows are counted,
 *     and a quoted CSV cell with line breaks in it is still one row
 * @param cells the cells as they came, neither trimmed nor cut; a sheet's row has at least as many as the header, a CSV
 *     row as many as it has. Line breaks inside a CSV cell are always {@code \n}
 * @param findings what struck the reader of the file about it
 */
public record RosterLine(int number, List<String> cells, List<LineFinding> findings) {
    public RosterLine {
        cells = List.copyOf(cells);
        findings = List.copyOf(findings);
    }

    /**
     * A line that nothing struck anybody about.
     *
     * @param number the row as the registrar sees it
     * @param cells the cells as they came
     */
    public RosterLine(int number, List<String> cells) {
        this(number, cells, List.of());
    }

    /**
     * The same line with other cells.
     *
     * @param other the cells that take the place of these
     */
    public RosterLine withCells(List<String> other) {
        return new RosterLine(number, other, findings);
    }

    /** Names the row for a log; its cells are left out, as one of them may be a password. */
    @Override
    public String toString() {
        return "RosterLine[row " + number + ", " + cells.size() + " cells]";
    }
}
