package org.rollcall.moodle;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;
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

    /**
     * Reads a body that is a map with a list in it, and gives each element of the list once it is read, so that the list is
     * never in memory as a whole. What the body holds beside it comes at the end.
     *
     * @param list the key of the list
     * @throws MalformedAnswerException if it is cut off, of another format, or no map
     */
    Map<String, @Nullable Object> readEach(InputStream body, String list, Consumer<@Nullable Object> elements);
}
