package org.rollcall.moodle;

/** The calls that {@link PaceControl} judges a setting by. Not for several threads. */
final class PaceSample {

    private int calls;
    private long items;
    private long nanoseconds;
    private long together;

    /** @param underWay how many calls were under way at its end, this one included */
    void add(int itemCount, long took, int underWay) {
        calls++;
        items += itemCount;
        nanoseconds += took;
        together += underWay;
    }

    int calls() {
        return calls;
    }

    long meanNanoseconds() {
        return nanoseconds / calls;
    }

    /** Items a nanosecond that the site got done: those of a call in its time, times the calls under way at a time. */
    double rate() {
        return (double) items / nanoseconds * together / calls;
    }
}
