/** The commands. */
@NullMarked
package org.rollcall.cli;

import org.jspecify.annotations.NullMarked;
