package org.rollcall.roster.csv;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.roster.text.CellText;

/**
 * How many cells the header has.
 *
 * @param named up to the last one with a name in it; 0 where the header is not known
 * @param all with the empty ones behind it, which come of delimiters at the end of each row
 */
record HeaderWidth(int named, int all) {
    static HeaderWidth of(List<String> header) {
        return new HeaderWidth(filled(header), header.size());
    }

    /** Whether a row has a cell for each name, and nothing behind them. */
    boolean fits(List<String> cells) {
        return cells.size() >= named && filled(cells) <= all;
    }

    /** Only the cells that have no name may be missing; they are put there. */
    List<String> completed(List<String> cells) {
        if (cells.size() >= all || cells.size() < named) {
            return cells;
        }
        List<String> whole = new ArrayList<>(cells);
        while (whole.size() < all) {
            whole.add("");
        }
        return whole;
    }

    private static int filled(List<String> cells) {
        int size = cells.size();
        while (size > 0 && CellText.isBlankCell(cells.get(size - 1))) {
            size--;
        }
        return size;
    }
}
