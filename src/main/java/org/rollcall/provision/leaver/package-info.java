/**
 * Leavers: those who are in the cohorts and courses of a snapshot and no longer in the roster.
 *
 * <p>{@link org.rollcall.provision.leaver.SnapshotScopes} knows what a snapshot is of. Before the plan {@code FindLeavers}
 * compares who is there with the roster, and {@code DecideLeavers} says of each what is to become of them, and why: by
 * default only those are taken out whom Rollcall put in, and the people of rejected rows ({@code RejectedPeople}) never
 * leave. {@link org.rollcall.provision.leaver.Thresholds} finds out whether all this looks like a mistake, so that the run
 * is held.
 *
 * <p>After the plan {@code RemoveLeavers} looks at each once more and takes them out, each action with a call of its own;
 * {@code LeaverVerdicts} records what became of them.
 */
@NullMarked
package org.rollcall.provision.leaver;

import org.jspecify.annotations.NullMarked;
