package org.rollcall.ledger;

/**
 * A number made of what a row says of its person, by which millions of rows are compared without reading them. It is odd
 * where the row gives a password, which is no part of it: nothing that is kept may tell whether a guess at one is right.
 */
final class PersonHash {

    private PersonHash() {}

    /** The hash of a person's JSON, the last bit of which tells of the password. */
    static long of(String person, boolean givesPassword) {
        long hash = RepeatedHashes.hash(person);
        return givesPassword ? hash | 1 : hash & ~1L;
    }

    /** Whether a row, by its hash alone, has nothing to say beyond the row that stands for its person. */
    static boolean saysNothingNew(long row, long first) {
        return (row & 1) == 0 && (row | 1) == (first | 1);
    }
}
