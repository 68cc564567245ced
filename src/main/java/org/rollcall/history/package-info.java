/**
 * Looking back: the runs of the past are listed and shown, their reports are written again, and what the ledger holds of
 * people is taken out of it when it is old enough.
 *
 * <p>A run that came to its end is told of as it was then, from the summary that the ledger kept; one that was interrupted as
 * it stands now. Nothing here asks or changes the site.
 */
@NullMarked
package org.rollcall.history;

import org.jspecify.annotations.NullMarked;
