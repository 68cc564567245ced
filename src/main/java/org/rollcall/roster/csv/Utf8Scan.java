package org.rollcall.roster.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How a whole file reads as UTF-8. It is looked through before the first row is read, so that no file is half read before
 * its character set turns out to be another one.
 */
final class Utf8Scan {
    private static final int BUFFER = 1 << 16;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer text = CharBuffer.allocate(BUFFER);
    private long longer;
    private long broken;

    private Utf8Scan() {}

    static Utf8Scan of(InputStream in) throws IOException {
        Utf8Scan scan = new Utf8Scan();
        int count;
        do {
            scan.bytes.compact();
            count = in.read(scan.bytes.array(), scan.bytes.position(), scan.bytes.remaining());
            scan.bytes.position(scan.bytes.position() + Math.max(count, 0)).flip();
            scan.decode(count < 0);
        } while (count >= 0);
        return scan;
    }

    boolean isUtf8() {
        return broken == 0;
    }

    /**
     * Whether it is UTF-8 with some bytes of another kind in it, and no other character set: in no other do so many bytes
     * make characters of more than one byte by chance.
     */
    boolean isMostlyUtf8() {
        return longer >= broken;
    }

    /** In how many places it is not UTF-8. */
    long broken() {
        return broken;
    }

    private void decode(boolean ended) {
        while (true) {
            int before = bytes.position();
            text.clear();
            CoderResult result = decoder.decode(bytes, text, ended);
            longer += bytes.position() - before - text.position();
            if (!result.isError()) {
                return;
            }
            broken++;
            bytes.position(bytes.position() + result.length());
        }
    }
}
