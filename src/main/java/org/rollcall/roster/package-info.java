/**
 * A roster file becomes rows, and rows become validated records.
 *
 * <p>{@link org.rollcall.roster.RosterFile} opens a file by the {@link org.rollcall.roster.RosterRules} that are in force
 * and gives a {@link org.rollcall.roster.RosterReader}. The reader has found and understood the header first, so a file
 * that cannot be a roster is refused before any row is read, and then hands over one line after the other, never holding
 * more than one. The rooms beneath do the parts of this: {@code file} tells formats apart and says what a line is,
 * {@code archive} unpacks, {@code csv} and {@code workbook} read, {@code header} knows what columns mean, {@code text} what
 * cells say.
 *
 * <p>{@link org.rollcall.roster.RowParser} makes a {@link org.rollcall.roster.RosterRow} of each line together with
 * every problem it has: no problem hides another. What a field may hold is written on the records as constraints; the
 * constraints are Moodle 4.5's rules, and stricter than Moodle only where Moodle would swallow a value without a word.
 *
 * <p>What is wrong with the file as a whole is a {@link org.rollcall.roster.file.RosterException}; what is wrong with a
 * row is a problem of that row, and the rest of the file goes on. The package knows nothing of jobs, of the ledger, or of
 * the site, so it judges neither whether a course exists nor whether two rows claim the same username.
 */
@NullMarked
package org.rollcall.roster;

import org.jspecify.annotations.NullMarked;
