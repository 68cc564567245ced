/**
 * A roster file becomes rows, and rows become validated records.
 *
 * <p>{@link org.rollcall.roster.RosterFile} tells a CSV file from an Excel workbook by its content and opens a
 * {@link org.rollcall.roster.RosterReader}. The reader understands the header first
 * ({@link org.rollcall.roster.RosterHeader}), so a file that cannot be a roster is refused before any row is read, and
 * then hands over one {@link org.rollcall.roster.RosterLine} after the other, never holding more than one.
 *
 * <p>{@link org.rollcall.roster.RowParser} makes a {@link org.rollcall.roster.RosterRow} of each line together with
 * every {@link org.rollcall.roster.Problem} it has: no problem hides another. What a field may hold is written on the
 * records as constraints; the constraints are Moodle 4.5's rules, and stricter than Moodle only where Moodle would
 * swallow a value without a word.
 *
 * <p>What is wrong with the file as a whole is a {@link org.rollcall.roster.RosterException}; what is wrong with a row
 * is a problem of that row, and the rest of the file goes on. The package knows nothing of jobs, of the ledger, or of
 * the site, so it judges neither whether a course exists nor whether two rows claim the same username.
 */
@NullMarked
package org.rollcall.roster;

import org.jspecify.annotations.NullMarked;
