package org.rollcall.roster.csv;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/**
 * What the bytes of a file stand for.
 *
 * @param charset the character set
 * @param origin who said so
 * @param notes what was assumed, a sentence each
 */
record TextCharset(Charset charset, Origin origin, List<String> notes) {
    /** Who said what the character set is. */
    enum Origin {
        /** The file itself, by a byte order mark. */
        MARK,
        /** The settings. */
        FIXED,
        /** Nobody; it was found out. */
        FOUND
    }

    String name() {
        return charset.name();
    }

    CharsetDecoder decoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
