/**
 * What the columns of a roster mean: the fields that Rollcall knows, the names under which people know them, and the
 * header that joins the two.
 */
@NullMarked
package org.rollcall.roster.header;

import org.jspecify.annotations.NullMarked;
