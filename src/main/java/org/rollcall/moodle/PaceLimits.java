package org.rollcall.moodle;

import java.time.Duration;

/**
 * Between which limits a {@link Pace} finds its way.
 *
 * @param batchSize items a call
 * @param concurrency calls under way at a time
 * @param timeTarget how long a call may take before the batch is made smaller
 */
public record PaceLimits(Range batchSize, Range concurrency, Duration timeTarget) {

    /** The same with another range of batch sizes. */
    public PaceLimits withBatchSize(Range other) {
        return new PaceLimits(other, concurrency, timeTarget);
    }

    /**
     * A number that may change while calls are made.
     *
     * @param least the smallest that it may become
     * @param first where it begins
     * @param most the largest that it may become
     */
    public record Range(int least, int first, int most) {

        /** @throws IllegalArgumentException unless 1 ≤ least ≤ first ≤ most */
        public Range {
            if (least < 1 || first < least || most < first) {
                throw new IllegalArgumentException("No range: " + least + ", " + first + ", " + most);
            }
        }

        /** A number that always stays the same. */
        public static Range pinned(int value) {
            return new Range(value, value, value);
        }
    }
}
