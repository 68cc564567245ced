package org.rollcall.inspect;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Which row was the first to hold a text. In place of the texts it keeps 128 bits of each, mixed with a number that nobody
 * knows beforehand: 20 bytes a text, and two texts that are taken for one are not to be expected in a lifetime.
 */
final class FirstRows {
    private static final int SMALLEST = 1 << 10;

    private final int seed = ThreadLocalRandom.current().nextInt();
    private long[] high = new long[SMALLEST];
    private long[] low = new long[SMALLEST];
    private int[] rows = new int[SMALLEST];
    private int count;

    /**
     * Notes a row's text.
     *
     * @param row the row's number, above 0
     * @return the row that held the same text first; this one if none did
     */
    int note(String text, int row) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long[] hash = MurmurHash3.hash128x64(bytes, 0, bytes.length, seed);
        if (count * 3L > rows.length * 2L) {
            grow();
        }
        int slot = slotOf(hash[0], hash[1]);
        if (rows[slot] == 0) {
            put(slot, hash[0], hash[1], row);
            count++;
        }
        return rows[slot];
    }

    /** Where the hash stands, or would stand. */
    private int slotOf(long first, long second) {
        int mask = rows.length - 1;
        int slot = (int) first & mask;
        while (rows[slot] != 0 && (high[slot] != first || low[slot] != second)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void put(int slot, long first, long second, int row) {
        high[slot] = first;
        low[slot] = second;
        rows[slot] = row;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldRows = rows;
        high = new long[oldRows.length * 2];
        low = new long[oldRows.length * 2];
        rows = new int[oldRows.length * 2];
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != 0) {
                put(slotOf(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], oldRows[i]);
            }
        }
    }
}
