/**
 * A file as somebody dropped it: what kind it is, how large it may be, and what a reader of any kind hands over, line
 * by line.
 *
 * <p>{@link org.rollcall.roster.file.FileFormat} is told by content, never by name. Each format has a
 * {@link org.rollcall.roster.file.LineReader} in a room of its own ({@code csv}, {@code workbook}); it says in
 * {@link org.rollcall.roster.file.FileDetails} what it found out or assumed, and gives every
 * {@link org.rollcall.roster.file.RosterLine} with what struck it about that line. What is wrong with the file as a
 * whole is a {@link org.rollcall.roster.file.RosterException}.
 *
 * <p>Nothing here knows the columns of a roster.
 */
@NullMarked
package org.rollcall.roster.file;

import org.jspecify.annotations.NullMarked;
