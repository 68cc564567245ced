package org.rollcall.roster.csv;

/**
 * How a text is cut into rows and cells.
 *
 * @param delimiter what separates the cells
 * @param separatorLine how many characters the line {@code sep=} takes up, which Excel reads and does not show; 0 where
 *     there is none
 * @param header how many cells the header has
 */
record CsvDialect(char delimiter, int separatorLine, HeaderWidth header) {
    CsvDialect with(HeaderWidth found) {
        return new CsvDialect(delimiter, separatorLine, found);
    }
}
