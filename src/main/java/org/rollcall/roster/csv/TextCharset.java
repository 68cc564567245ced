package org.rollcall.roster.csv;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a file stand for.
 *
 * @param charset the character set
 * @param origin who said so
 * @param broken in how many places the bytes are not of the character set, where that is borne; each gives a U+FFFD
 * @param other the next likely character set, where it was a near thing
 */
record TextCharset(
        Charset charset,
        Origin origin,
        long broken,
        @Nullable Charset other) {
    /** What stands in place of bytes that could not be read. */
    static final char REPLACEMENT = '\uFFFD';

    /** Who said what the character set is. */
    enum Origin {
        /** The file itself, by a byte order mark. */
        MARK,
        /** The settings. */
        FIXED,
        /** Nobody, but its bytes leave no doubt. */
        FOUND,
        /** Nobody; it was told by what the text reads like. */
        GUESSED
    }

    static TextCharset of(Charset charset, Origin origin) {
        return new TextCharset(charset, origin, 0, null);
    }

    static TextCharset utf8(Origin origin, long broken) {
        return new TextCharset(StandardCharsets.UTF_8, origin, broken, null);
    }

    String name() {
        return charset.name();
    }

    CharsetDecoder decoder() {
        CodingErrorAction action = broken > 0 ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
        return charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
    }
}
