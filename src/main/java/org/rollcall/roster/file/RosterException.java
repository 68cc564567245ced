package org.rollcall.roster.file;

import org.jspecify.annotations.Nullable;

/**
 * The file cannot be read as a roster. The message is one sentence for the registrar; it names the file and, where
 * there is one, the row.
 */
public final class RosterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Something that Rollcall found.
     *
     * @param message one sentence for the registrar
     */
    public RosterException(String message) {
        super(message);
    }

    /**
     * Something that a library found.
     *
     * @param message one sentence for the registrar
     * @param cause what the library that read the file said, for the log only
     */
    public RosterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
