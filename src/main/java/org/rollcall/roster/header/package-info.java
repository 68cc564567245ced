/**
 * What the columns of a roster mean: the fields that Rollcall knows, the names under which people know them, and the
 * header that joins the two.
 *
 * <p>A name is looked up in the site's {@link org.rollcall.roster.header.Mapping}, then among Moodle's own names, then in
 * the {@link org.rollcall.roster.header.Aliases}; {@link org.rollcall.roster.header.ColumnNames} is all three. What may
 * mean several things is told, never guessed. The values that a mapping gives to rows are kept here and given by the rows.
 */
@NullMarked
package org.rollcall.roster.header;

import org.jspecify.annotations.NullMarked;
