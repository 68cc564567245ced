package org.rollcall.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * How much one call may carry, beside its number of items. PHP drops what is over {@code max_input_vars} without a
 * word (1,200 users of 5 fields gave 1,000 users and an answer of success), so batches stay a tenth below it; web
 * servers often take no more than 1 MiB.
 *
 * @param maxFields form fields that the items of a call may take together
 * @param maxBytes bytes of form that they may take together
 */
public record BatchLimits(int maxFields, int maxBytes) {

    private static final int MAX_FORM_BYTES = 1_000_000;
    private static final int LONGEST_ID_BYTES =
            FormEncoder.byteCount(Map.of("cohortids", String.valueOf(Long.MAX_VALUE)));

    /** The limits for a site whose PHP takes this many form fields. */
    public static BatchLimits of(int maxInputVars) {
        return new BatchLimits(maxInputVars * 9 / 10, MAX_FORM_BYTES);
    }

    /**
     * Cuts a list into batches, in its order. An item that is over the limits all by itself stands alone.
     *
     * @param maxItems items that a batch may have, 1 or more
     */
    public <T extends BatchItem> List<List<T>> split(List<T> items, int maxItems) {
        return split(items, maxItems, BatchItem::fieldCount, BatchItem::formBytes);
    }

    /**
     * Cuts a list of ids, for the functions that take nothing else.
     *
     * @param maxItems ids that a call may have, 1 or more
     */
    public List<List<Long>> splitIds(List<Long> ids, int maxItems) {
        return split(ids, maxItems, id -> 1, id -> LONGEST_ID_BYTES);
    }

    /** Cuts a list of anything into batches, given how many form fields and bytes each item takes. */
    public <T> List<List<T>> split(
            List<T> items, int maxItems, ToIntFunction<? super T> fields, ToIntFunction<? super T> bytes) {
        if (maxItems < 1) {
            throw new IllegalArgumentException("A batch has to have room for 1 item or more, not " + maxItems + ".");
        }
        List<List<T>> batches = new ArrayList<>();
        int start = 0;
        long fieldSum = 0;
        long byteSum = 0;
        for (int i = 0; i < items.size(); i++) {
            int itemFields = fields.applyAsInt(items.get(i));
            int itemBytes = bytes.applyAsInt(items.get(i));
            boolean full = i - start >= maxItems || fieldSum + itemFields > maxFields || byteSum + itemBytes > maxBytes;
            if (full && i > start) {
                batches.add(List.copyOf(items.subList(start, i)));
                start = i;
                fieldSum = 0;
                byteSum = 0;
            }
            fieldSum += itemFields;
            byteSum += itemBytes;
        }
        if (start < items.size()) {
            batches.add(List.copyOf(items.subList(start, items.size())));
        }
        return batches;
    }
}
