package org.rollcall.roster.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads strict UTF-8, with or without a byte order mark. Other than Java's own reader it hands out every character
 * before a broken one first, and fails only when asked for more, so that whoever counts rows knows where it broke.
 */
final class Utf8Reader extends Reader {
    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer characters = CharBuffer.allocate(BUFFER).limit(0);
    private boolean atStart = true;
    private boolean ended;
    private @Nullable CoderResult broken;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!characters.hasRemaining()) {
            if (broken != null) {
                broken.throwException();
            }
            if (ended) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, characters.remaining());
        characters.get(target, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** One character never takes less than one byte, so what was read always fits. */
    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        characters.clear();
        CoderResult result = decoder.decode(bytes, characters, ended);
        characters.flip();
        if (result.isError()) {
            broken = result;
        }
        if (atStart && characters.hasRemaining()) {
            atStart = false;
            if (characters.get(0) == BYTE_ORDER_MARK) {
                characters.position(1);
            }
        }
    }
}
