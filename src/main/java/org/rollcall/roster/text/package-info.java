/**
 * What a cell's text says, before anybody knows which column it stands in: blanks around it, letters in more than one
 * form, names that are nearly those that were meant, texts that a spreadsheet would run as a formula.
 *
 * <p>The lowest room of the roster; it knows nothing of files, columns or rows.
 */
@NullMarked
package org.rollcall.roster.text;

import org.jspecify.annotations.NullMarked;
