package org.rollcall.moodle;

import org.jspecify.annotations.Nullable;

/** Reads an answer's body as a tree of maps by text, lists, texts, numbers, truth values and nulls. */
interface AnswerReader {

    /**
     * Reads a whole body. An error of Moodle's own is a map with {@code exception}, {@code errorcode}, {@code message}
     * and {@code debuginfo} in either format.
     *
     * @throws MalformedAnswerException if it is cut off or of another format
     */
    @Nullable
    Object read(byte[] body);
}
