package org.rollcall.provision;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.rollcall.ledger.IdRange;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Cuts one of the ledger's tables into ranges of ids. The ranges do not change while a run lasts, so a restart meets the
 * same partitions again.
 */
final class IdRangePartitioner implements Partitioner {

    static final String FIRST = "first";
    static final String LAST = "last";

    private final Supplier<IdRange> ids;

    IdRangePartitioner(Supplier<IdRange> ids) {
        this.ids = ids;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        IdRange all = ids.get();
        long total = all.last() - all.first() + 1;
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int i = 0; i < gridSize && total > 0; i++) {
            long first = all.first() + total * i / gridSize;
            long last = all.first() + total * (i + 1) / gridSize - 1;
            if (first <= last) {
                ExecutionContext range = new ExecutionContext();
                range.putLong(FIRST, first);
                range.putLong(LAST, last);
                partitions.put("partition" + i, range);
            }
        }
        return partitions;
    }
}
