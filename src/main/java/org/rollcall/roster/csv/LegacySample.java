package org.rollcall.roster.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a text that is not Unicode is judged by: the cells with bytes beyond ASCII, each once, and which byte values the
 * whole file has.
 */
final class LegacySample {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_CELL = 2000;
    private static final int MOST_CELLS = 400;

    private final BitSet values = new BitSet(256);
    private final Set<String> cells = new LinkedHashSet<>();
    private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
    private boolean striking;

    private LegacySample() {}

    static LegacySample of(InputStream in) throws IOException {
        LegacySample sample = new LegacySample();
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                sample.take(buffer[i]);
            }
        }
        sample.endCell();
        return sample;
    }

    /** The cells, separated by line feeds. */
    byte[] cells() {
        return String.join("\n", cells).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Every byte value beyond ASCII that the file has, once. */
    byte[] values() {
        byte[] all = new byte[values.cardinality()];
        int value = -1;
        for (int i = 0; i < all.length; i++) {
            value = values.nextSetBit(value + 1);
            all[i] = (byte) value;
        }
        return all;
    }

    private void take(byte value) {
        if (value < 0) {
            values.set(value & 0xFF);
            striking = true;
        } else if (value < ' ' || value == ',' || value == ';' || value == '"') {
            endCell();
            return;
        }
        if (cells.size() < MOST_CELLS && cell.size() < LONGEST_CELL) {
            cell.write(value);
        }
    }

    private void endCell() {
        if (striking && cells.size() < MOST_CELLS && cell.size() < LONGEST_CELL) {
            cells.add(cell.toString(StandardCharsets.ISO_8859_1));
        }
        striking = false;
        cell.reset();
    }
}
