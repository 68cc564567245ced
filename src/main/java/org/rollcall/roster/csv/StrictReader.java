package org.rollcall.roster.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import org.jspecify.annotations.Nullable;

/**
 * Reads bytes as text, without a byte order mark. A byte that the character set does not have is an error. Other than
 * Java's own reader it hands out every character before a broken one first, and fails only when asked for more, so that
 * whoever counts rows knows where it broke.
 */
final class StrictReader extends Reader {
    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer characters = CharBuffer.allocate(BUFFER).limit(0);
    private long left;
    private boolean atStart = true;
    private boolean ended;
    private @Nullable CoderResult broken;

    /**
     * Reads a file.
     *
     * @param in the file
     * @param decoder reports what its character set does not have, unless that is borne
     * @param most after how many characters the text is taken to end
     */
    StrictReader(InputStream in, CharsetDecoder decoder, long most) {
        this.in = in;
        this.decoder = decoder;
        this.left = most;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!characters.hasRemaining() || left == 0) {
            if (left == 0) {
                return -1;
            }
            if (broken != null) {
                broken.throwException();
            }
            if (ended) {
                return -1;
            }
            fill();
        }
        int count = (int) Math.min(left, Math.min(length, characters.remaining()));
        left -= count;
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
        if (result.isError()) {
            broken = result;
        } else if (ended) {
            decoder.flush(characters);
        }
        characters.flip();
        if (atStart && characters.hasRemaining()) {
            atStart = false;
            if (characters.get(0) == BYTE_ORDER_MARK) {
                characters.position(1);
            }
        }
    }
}
