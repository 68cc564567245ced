package org.rollcall.inspect;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Which row was the first to hold a text. In place of the texts it keeps 96 bits of each, mixed with a number that nobody
 * knows beforehand: 16 bytes a text with its row, and two texts that are taken for one are not to be expected in a
 * lifetime.
 */
final class FirstRows {
    private static final int SMALLEST = 1 << 10;

    private final int seed = ThreadLocalRandom.current().nextInt();
    /** Two numbers an entry, side by side as a look at far memory is what costs time: the hash, more of it and the row. */
    private long[] entries = new long[SMALLEST * 2];

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
        if (count * 3L > entries.length) {
            grow();
        }
        long entry = (hash[1] << Integer.SIZE) | row;
        int place = placeOf(hash[0], entry);
        if (entries[place + 1] == 0) {
            entries[place] = hash[0];
            entries[place + 1] = entry;
            count++;
        }
        return (int) entries[place + 1];
    }

    /** Where the hash stands, or would stand. */
    private int placeOf(long hash, long entry) {
        int mask = entries.length - 1;
        int place = ((int) hash << 1) & mask;
        while (entries[place + 1] != 0 && (entries[place] != hash || !isSameButForRow(entries[place + 1], entry))) {
            place = (place + 2) & mask;
        }
        return place;
    }

    private static boolean isSameButForRow(long one, long other) {
        return one >>> Integer.SIZE == other >>> Integer.SIZE;
    }

    private void grow() {
        long[] old = entries;
        entries = new long[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                int place = placeOf(old[i], old[i + 1]);
                entries[place] = old[i];
                entries[place + 1] = old[i + 1];
            }
        }
    }
}
