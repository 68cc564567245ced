/**
 * The commands, one class each, and how they end: {@link org.rollcall.cli.ExitCode}.
 *
 * <p>A command turns arguments into a call, and results and exceptions into sentences; it decides nothing else. Spring is
 * started only by the commands that need it, so that help comes at once.
 */
@NullMarked
package org.rollcall.cli;

import org.jspecify.annotations.NullMarked;
