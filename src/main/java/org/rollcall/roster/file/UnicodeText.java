package org.rollcall.roster.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first bytes of a text say about its being Unicode: a byte order mark, or zeros in every other place.
 *
 * @param charset UTF-8, or UTF-16 or UTF-32 in one of the two orders
 * @param marked whether there is a byte order mark
 */
public record UnicodeText(Charset charset, boolean marked) {
    private static final List<Charset> MARKED = List.of(
            StandardCharsets.UTF_8,
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);

    /**
     * Looks at the beginning of a file.
     *
     * @param start some kilobytes, or all that there are
     * @return the character set; null where the bytes do not say it, or say that it is no text
     */
    public static @Nullable UnicodeText of(byte[] start) {
        for (Charset charset : MARKED) {
            if (beginsWith(start, "\uFEFF".getBytes(charset))) {
                return isText(start, charset) ? new UnicodeText(charset, true) : null;
            }
        }
        for (Charset charset : MARKED.subList(1, MARKED.size())) {
            if (hasZerosOf(start, charset) && isText(start, charset)) {
                return new UnicodeText(charset, false);
            }
        }
        return null;
    }

    private static boolean beginsWith(byte[] start, byte[] mark) {
        return start.length >= mark.length
                && ByteBuffer.wrap(start, 0, mark.length).equals(ByteBuffer.wrap(mark));
    }

    /** Each delimiter and line end has its zeros in the same places, whatever the language is. */
    private static boolean hasZerosOf(byte[] start, Charset charset) {
        byte[] blank = " ".getBytes(charset);
        int asBlank = 0;
        int otherwise = 0;
        for (int at = 0; at < start.length; at++) {
            if (start[at] == 0) {
                boolean here = blank[at % blank.length] == 0;
                asBlank += here ? 1 : 0;
                otherwise += here ? 0 : 1;
            }
        }
        return asBlank > Math.max(1, start.length / 20) && asBlank > 10 * otherwise;
    }

    /** No control characters but those that texts have; a character that the end cuts off does no harm. */
    private static boolean isText(byte[] start, Charset charset) {
        CharBuffer text = CharBuffer.allocate(start.length + 1);
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        boolean broken = decoder.decode(ByteBuffer.wrap(start), text, false).isError();
        return (!broken || charset.equals(StandardCharsets.UTF_8))
                && text.flip().chars().noneMatch(c -> c < ' ' && "\t\r\n\f".indexOf(c) < 0);
    }
}
