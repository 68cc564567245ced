package org.rollcall.roster.csv;

import java.util.List;

/**
 * How a text is cut into rows and cells.
 *
 * @param delimiter what separates the cells
 * @param separatorLine how many characters the line {@code sep=} takes up, which Excel reads and does not show; 0 where
 *     there is none
 * @param header the cells of the header; none where it is not known
 */
record CsvDialect(char delimiter, int separatorLine, List<String> header) {
    CsvDialect {
        header = List.copyOf(header);
    }

    CsvDialect with(List<String> found) {
        return new CsvDialect(delimiter, separatorLine, found);
    }
}
