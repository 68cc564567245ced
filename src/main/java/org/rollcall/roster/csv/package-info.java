/**
 * Text files with delimiters: which characters the bytes stand for, what separates the cells, and where one record ends
 * and the next begins.
 *
 * <p>{@link org.rollcall.roster.csv.CsvLines} is the door. {@code CharsetDetection} looks through the whole file before a
 * row is read; {@code DelimiterDetection} tries the first rows with each delimiter; {@code RecordCutter} cuts the text into
 * records so that whatever is wrong with one stays its own matter, and OpenCSV cuts those that keep to RFC 4180 into cells
 * ({@code OddCells} the others).
 *
 * <p>Rows are counted as a spreadsheet shows them: a quoted cell with line breaks is one row, blank rows count, and the
 * line {@code sep=;} is none. Where a sentence speaks of a line of the text, it is as an editor counts: with the line
 * {@code sep=;}, and each line of a cell.
 *
 * <p>A row with fewer cells than the header has names is left short, to be rejected: nobody can tell whether empty cells
 * at its end were left out, or a delimiter in its middle was lost.
 */
@NullMarked
package org.rollcall.roster.csv;

import org.jspecify.annotations.NullMarked;
