package org.rollcall.ledger;

import java.util.Arrays;

/**
 * Which rows stand for the people of which others, while they are being found: eight bytes a row, so that a roster of
 * millions fits into the memory, in the order of the rows once it is sorted.
 */
final class StandIns {

    private static final long AGREES = 1L << 31;

    private long[] packed = new long[1024];
    private int size;

    /**
     * Notes what a row's person is.
     *
     * @param row the row's number
     * @param first the number of the earlier row that stands for its person
     * @param agrees whether the two are known to say the same
     */
    void add(int row, int first, boolean agrees) {
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, size * 2);
        }
        packed[size++] = (long) row << 32 | first | (agrees ? AGREES : 0);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Gives all, by the number of the row. */
    void forEach(Consumer consumer) {
        Arrays.sort(packed, 0, size);
        for (int i = 0; i < size; i++) {
            long entry = packed[i];
            consumer.accept((int) (entry >>> 32), (int) (entry & AGREES - 1), (entry & AGREES) != 0);
        }
    }

    /** Is given what {@link #add} was. */
    interface Consumer {
        void accept(int row, int first, boolean agrees);
    }
}
