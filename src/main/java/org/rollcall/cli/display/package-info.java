/**
 * What a command shows while it works: a {@link org.rollcall.cli.display.Display} is where it tells how far it is and what
 * came of it, in one of four ways. {@link org.rollcall.cli.display.StepReporter} looks at the job and feeds it.
 *
 * <p>Nothing here may break a run, nor hold it up: what has to be counted for a line is counted on a thread of its own, and
 * only in a step that takes long enough for somebody to see it.
 */
@NullMarked
package org.rollcall.cli.display;

import org.jspecify.annotations.NullMarked;
