package org.rollcall.roster;

import org.jspecify.annotations.Nullable;

/**
 * Reads a roster's rows one after the other. The header has been read and understood when the reader is there. A reader
 * belongs to one thread.
 */
public interface RosterReader extends AutoCloseable {
    /** {@return the header, which names every column that Rollcall acts on} */
    RosterHeader header();

    /**
     * Reads the next row that is not blank.
     *
     * @return the row, or null at the end of the file
     * @throws RosterException if the file cannot be read further
     */
    @Nullable
    RosterLine next();

    /** Closes the file; never fails, as nothing was written. */
    @Override
    void close();
}
