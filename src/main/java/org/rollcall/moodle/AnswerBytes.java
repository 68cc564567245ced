package org.rollcall.moodle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** An answer's body as it is held in memory: as it came, or packed by {@link PackedBody}. */
@SuppressWarnings("ArrayRecordComponent") // it is looked at once and never compared
record AnswerBytes(byte[] bytes) {

    private static final int BEGINNING = 4096;

    /** No text in JSON or XML begins so. */
    private static final int PACKED = GZIPInputStream.GZIP_MAGIC;

    InputStream open() {
        try {
            ByteArrayInputStream held = new ByteArrayInputStream(bytes);
            return isPacked() ? new GZIPInputStream(held) : held;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private boolean isPacked() {
        return bytes.length > 1 && ((bytes[0] & 0xff) | (bytes[1] & 0xff) << 8) == PACKED;
    }

    boolean isBlank() {
        if (isPacked()) {
            return beginning().isBlank();
        }
        for (byte b : bytes) {
            if (b < 0 || b > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Its first characters, in lower case. */
    String beginning() {
        try (InputStream in = open()) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8)
                    .stripLeading()
                    .toLowerCase(Locale.ROOT);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
