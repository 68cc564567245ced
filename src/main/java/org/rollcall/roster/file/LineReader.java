package org.rollcall.roster.file;

import org.jspecify.annotations.Nullable;

/** Reads a file's lines one after the other, never holding more than one. A reader belongs to one thread. */
public interface LineReader extends AutoCloseable {
    /** {@return what was found out when the file was opened} */
    FileDetails details();

    /**
     * Reads the next line that is not blank.
     *
     * @return the line, or null at the end of the file
     * @throws RosterException if the file cannot be read further
     */
    @Nullable
    RosterLine next();

    /** Closes the file; never fails, as nothing was written. */
    @Override
    void close();
}
