/**
 * Archives that hold one roster. It is unpacked into a private file, which is gone when its reader is closed, and then
 * read like any other; in sentences it has the name that it has in the archive.
 *
 * <p>Names in an archive are shown to people and never used as paths.
 */
@NullMarked
package org.rollcall.roster.archive;

import org.jspecify.annotations.NullMarked;
