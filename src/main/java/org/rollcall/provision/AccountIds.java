package org.rollcall.provision;

import java.util.Arrays;
import java.util.Collection;

/** Ids of accounts, eight bytes each: a course may have a hundred thousand participants. */
final class AccountIds {

    private final long[] sorted;

    AccountIds(Collection<Long> ids) {
        this.sorted = ids.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    boolean contains(long id) {
        return Arrays.binarySearch(sorted, id) >= 0;
    }
}
