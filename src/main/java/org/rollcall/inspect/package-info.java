/**
 * Looks a roster over without touching a site or the job state: what the file was taken for, which column was read as
 * what, and how many rows have which problem.
 *
 * <p>{@link org.rollcall.inspect.RosterInspection} reads the whole file as a run would, row by row, and keeps only counts
 * and the first few rows; a million rows need no more memory than what tells repeated usernames and emails apart.
 */
@NullMarked
package org.rollcall.inspect;

import org.jspecify.annotations.NullMarked;
