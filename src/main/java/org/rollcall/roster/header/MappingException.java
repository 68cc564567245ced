package org.rollcall.roster.header;

import org.jspecify.annotations.Nullable;

/** A file of aliases or of a mapping is wrong. The message is one sentence that names the file, the line and the key. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Something that Rollcall found.
     *
     * @param file what people call the file, such as {@code config/mapping.yml}
     * @param line counted from 1; 0 when it is the file's as a whole
     * @param sentence what is wrong, ending with a full stop
     */
    public MappingException(String file, int line, String sentence) {
        this(file, line, sentence, null);
    }

    MappingException(String file, int line, String sentence, @Nullable Throwable cause) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + sentence, cause);
    }
}
