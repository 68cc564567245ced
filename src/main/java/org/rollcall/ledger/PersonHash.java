package org.rollcall.ledger;

/**
 * A number made of what a row says of its person, by which millions of rows are compared without reading them. It is odd
 * where the row gives a password, which is no part of it: nothing that is kept may tell whether a guess at one is right.
 */
final class PersonHash {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private PersonHash() {}

    /** The hash (FNV-1a, of 64 bits, the last of which tells of the password) of a person's JSON. */
    static long of(String person, boolean givesPassword) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < person.length(); i++) {
            hash = (hash ^ person.charAt(i)) * FNV_PRIME;
        }
        return givesPassword ? hash | 1 : hash & ~1L;
    }

    /** Whether a row, by its hash alone, has nothing to say beyond the row that stands for its person. */
    static boolean saysNothingNew(long row, long first) {
        return (row & 1) == 0 && (row | 1) == (first | 1);
    }
}
