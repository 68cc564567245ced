package org.rollcall.cli.display;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many items a second were done of late: a site gets slower, or quicker, while it is worked on. */
final class Rate {

    private static final Duration OF_LATE = Duration.ofSeconds(30);

    private final Deque<Reading> readings = new ArrayDeque<>();

    private record Reading(Duration at, long done) {}

    Rate() {
        readings.add(new Reading(Duration.ZERO, 0));
    }

    /** So many are done, so long after the beginning. */
    void add(Duration at, long done) {
        readings.add(new Reading(at, done));
        while (readings.size() > 2 && at.minus(readings.getFirst().at()).compareTo(OF_LATE) > 0) {
            readings.removeFirst();
        }
    }

    /** Items a second; 0 as long as nothing is done. */
    double perSecond() {
        Reading first = readings.getFirst();
        Reading last = readings.getLast();
        double seconds = last.at().minus(first.at()).toNanos() / 1e9;
        return seconds <= 0 ? 0 : (last.done() - first.done()) / seconds;
    }
}
