package org.rollcall.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.rollcall.ledger.IdRange;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Cuts one of the ledger's tables into ranges of ids. A partition is named by its range: Spring Batch passes over those
 * that an earlier attempt has completed, by their name, and a restart with other settings may cut otherwise.
 */
public final class IdRangePartitioner implements Partitioner {

    static final String FIRST = "first";
    static final String LAST = "last";

    private final Supplier<IdRange> ids;
    private final int smallest;

    /** @param smallest ids that a partition has at least, where there are as many */
    public IdRangePartitioner(Supplier<IdRange> ids, int smallest) {
        this.ids = ids;
        this.smallest = smallest;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        IdRange all = ids.get();
        long total = all.last() - all.first() + 1;
        Map<String, ExecutionContext> partitions = new HashMap<>();
        long parts = Math.min(gridSize, (total + smallest - 1) / smallest);
        for (int i = 0; i < parts; i++) {
            long first = all.first() + total * i / parts;
            long last = all.first() + total * (i + 1) / parts - 1;
            if (first <= last) {
                ExecutionContext range = new ExecutionContext();
                range.putLong(FIRST, first);
                range.putLong(LAST, last);
                partitions.put(first + "-" + last, range);
            }
        }
        return partitions;
    }
}
