package org.rollcall.provision.membership;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;

/** Ids of accounts, eight bytes each: a course may have a hundred thousand participants. */
public final class AccountIds {

    private final long[] sorted;

    /** Keeps a copy. */
    public AccountIds(Collection<Long> ids) {
        this.sorted = ids.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** Whether an id is among them. */
    public boolean contains(long id) {
        return Arrays.binarySearch(sorted, id) >= 0;
    }

    /** All of them, in their order. */
    public LongStream stream() {
        return Arrays.stream(sorted);
    }

    /** How many they are. */
    public int size() {
        return sorted.length;
    }
}
