/** Tests of the whole: how the packages hang together, and how the program is started. */
@NullMarked
package org.rollcall;

import org.jspecify.annotations.NullMarked;
