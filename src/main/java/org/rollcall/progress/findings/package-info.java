/**
 * What a report of progress found out so far: tables of its own in the ledger, one class a table, and the records that
 * they hold.
 *
 * <p>Only what is there is kept: an activity that somebody has not done, and a grade that somebody does not have, are no
 * rows. {@link org.rollcall.progress.findings.Findings} puts everything together again, some people at a time, so that
 * reports of any size are written in little memory.
 */
@NullMarked
package org.rollcall.progress.findings;

import org.jspecify.annotations.NullMarked;
