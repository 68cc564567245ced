/**
 * Taking a run back: a job of its own, whose run has effects of its own.
 *
 * <pre>
 * findEffects -> planUndo -> one step for each {@link org.rollcall.ledger.UndoAction} -> endUndo
 * </pre>
 *
 * <p>Each effect of the earlier run becomes items, one for each membership or column of an account. {@code planUndo} holds
 * them against the site and against what other runs did later; what somebody changed since is kept, and listed. The run
 * ends there with its plan until it is applied. While it is applied, {@code planUndo} looks again at the beginning of each
 * attempt. The steps behind it write as those of {@code provision} do: items are marked as being sent before the call, a
 * refused batch is bisected, and a restart finds what is left by state.
 */
@NullMarked
package org.rollcall.undo;

import org.jspecify.annotations.NullMarked;
