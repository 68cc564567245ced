package org.rollcall.moodle;

import org.rollcall.moodle.PaceLimits.Range;

/** A number that {@link PaceControl} raises to see what comes of it, and puts back. Not for several threads. */
final class PaceDial {

    private final Range range;
    private final boolean doubles;
    private int value;
    private int before;

    private PaceDial(Range range, boolean doubles) {
        this.range = range;
        this.doubles = doubles;
        this.value = range.first();
        this.before = value;
    }

    /** One that is raised by doubling. */
    static PaceDial doubling(Range range) {
        return new PaceDial(range, true);
    }

    /** One that is raised by one. */
    static PaceDial counting(Range range) {
        return new PaceDial(range, false);
    }

    int value() {
        return value;
    }

    /** What raising would make of it; its value where it can be raised no more. */
    int next() {
        return Math.min(range.most(), doubles ? value * 2 : value + 1);
    }

    boolean isAboveLeast() {
        return value > range.least();
    }

    void raise() {
        before = value;
        value = next();
    }

    /** Undoes the latest raising. */
    void putBack() {
        value = before;
    }

    void halve() {
        value = Math.max(range.least(), value / 2);
    }
}
