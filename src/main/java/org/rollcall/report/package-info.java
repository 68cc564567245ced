/**
 * What a run leaves behind for people and programs: the rejects as a roster that can be mended and dropped again, the run on
 * one page, and a summary as JSON.
 *
 * <p>Everything is read from the ledger, so a report can be written at any time after the run. The files lie in
 * {@code reports/<run>/}, readable by the owner only. No report holds a password, except the reject file in the very
 * column in which the roster had it.
 */
@NullMarked
package org.rollcall.report;

import org.jspecify.annotations.NullMarked;
