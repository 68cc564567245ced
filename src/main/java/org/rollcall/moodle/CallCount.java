package org.rollcall.moodle;

/**
 * What was sent of one function.
 *
 * @param calls requests sent, attempts that were repeated included
 * @param items items that these requests carried
 * @param failures requests that did not end as done
 * @param nanoseconds time spent on them, summed over callers that ran side by side
 */
public record CallCount(long calls, long items, long failures, long nanoseconds) {

    CallCount plus(CallCount other) {
        return new CallCount(
                calls + other.calls, items + other.items, failures + other.failures, nanoseconds + other.nanoseconds);
    }
}
