package org.rollcall.ledger;

import java.util.Arrays;

/**
 * Which texts may stand more than once among millions: eight bytes a text, as only a hash of it is kept. A text that is
 * told to be repeated may be one whose hash another shares; one that is not told is not repeated.
 */
final class RepeatedHashes {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] hashes = new long[1024];
    private int size;
    private boolean sorted;

    /** The hash (FNV-1a, of 64 bits) of a text. */
    static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /** Adds a text; all are added before the first is asked for. */
    void add(String text) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash(text);
    }

    /** Whether any text may have been added twice. */
    boolean any() {
        keepRepeated();
        return size > 0;
    }

    /** Whether this text may have been added twice. */
    boolean contains(String text) {
        keepRepeated();
        return Arrays.binarySearch(hashes, 0, size, hash(text)) >= 0;
    }

    private void keepRepeated() {
        if (sorted) {
            return;
        }
        Arrays.sort(hashes, 0, size);
        int kept = 0;
        for (int i = 1; i < size; i++) {
            boolean repeated = hashes[i] == hashes[i - 1];
            if (repeated && (kept == 0 || hashes[kept - 1] != hashes[i])) {
                hashes[kept++] = hashes[i];
            }
        }
        size = kept;
        sorted = true;
    }
}
