package org.rollcall.moodle;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts the calls sent to a site, function by function. May be shared by clients and threads. */
public final class CallLog {

    private static final CallCount NOTHING = new CallCount(0, 0, 0, 0);

    private final ConcurrentMap<String, CallCount> counts = new ConcurrentHashMap<>();

    void add(String function, int items, boolean done, long nanoseconds) {
        counts.merge(function, new CallCount(1, items, done ? 0 : 1, nanoseconds), CallCount::plus);
    }

    /** What was sent so far, by the name of the function; it does not change any more. */
    public SortedMap<String, CallCount> snapshot() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** What was sent so far, over all functions. */
    public CallCount total() {
        return counts.values().stream().reduce(NOTHING, CallCount::plus);
    }
}
