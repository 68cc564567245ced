package org.rollcall.roster.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A packed file while it is unpacked. It stops where it has become too large, or so much larger than it was packed that
 * somebody must have made it for that.
 */
public final class UnpackedStream extends FilterInputStream {
    /** An honest file seldom shrinks to less than a tenth. */
    private static final int LARGEST_RATIO = 100;

    /** Nobody minds a small file, however well it was packed. */
    private static final long SMALL = 1 << 22;

    private final String name;
    private final long packed;
    private final long most;
    private long total;

    /**
     * Begins to unpack.
     *
     * @param name the file's name, for the sentences
     * @param unpacked gives what is in the file
     * @param packed its size in the archive, in bytes
     * @param most how many bytes it may have unpacked
     */
    public UnpackedStream(String name, InputStream unpacked, long packed, long most) {
        super(unpacked);
        this.name = name;
        this.packed = packed;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(read);
        return read;
    }

    /** {@return how many bytes have been unpacked so far} */
    public long total() {
        return total;
    }

    private void count(int read) {
        total += Math.max(read, 0);
        if (total > SMALL && total / LARGEST_RATIO > packed) {
            throw new RosterException(
                    "%s is refused: unpacked it would be more than a hundred times as large.".formatted(name));
        }
        if (total > most) {
            throw new RosterException("%s is refused: unpacked it holds more than %d bytes (rollcall.roster.max-bytes)."
                    .formatted(name, most));
        }
    }
}
