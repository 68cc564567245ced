package org.rollcall.roster.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;

/**
 * One part of a workbook while it is unpacked. It stops where the part has grown too large, or where a single piece of
 * its XML has, since a parser holds a whole name, tag or attribute in memory.
 */
final class PartStream extends FilterInputStream {
    /** An archive that is no bomb seldom shrinks XML to less than a tenth. */
    private static final int UNPACKED = 8;

    private static final int LARGEST_PIECE = 1 << 24;

    private final String file;
    private final long most;
    private long total;
    private int piece;

    PartStream(String file, InputStream part, RosterLimits limits) {
        super(part);
        this.file = file;
        this.most = Math.min(limits.maxBytes(), Long.MAX_VALUE / UNPACKED) * UNPACKED;
    }

    /** The parser goes on to the next piece. */
    void nextPiece() {
        piece = 0;
    }

    /** What to say of a file that is made to do harm. */
    RosterException refused(String why) {
        return new RosterException("%s is refused: %s.".formatted(file, why));
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

    private void count(int read) throws IOException {
        total += Math.max(read, 0);
        piece += Math.max(read, 0);
        if (total > most) {
            throw refused(
                    "unpacked it holds more than %d bytes, %d times what a file may have (rollcall.roster.max-bytes)"
                            .formatted(most, UNPACKED));
        }
        if (piece > LARGEST_PIECE) {
            throw new IOException("A piece of XML has more than " + LARGEST_PIECE + " bytes.");
        }
    }
}
