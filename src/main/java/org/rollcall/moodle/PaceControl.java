package org.rollcall.moodle;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.PaceLimits.Range;

/**
 * Finds the batch size and the number of calls at a time with which a site gets most done. Both begin small and climb
 * in turn: one is raised, a few calls are timed, and it stays raised if more items a second came of it. When neither
 * helps any more both rest, and climb again later, since a site changes: creating users gets slower with each account.
 * A call above the time target halves the batch; a site that asks for patience halves the calls at a time.
 *
 * <p>Every change begins a new setting, and only calls that began under the present one count. Not for several threads.
 */
final class PaceControl {

    /** A gain below this is taken for chance. */
    private static final double GAIN = 1.1;

    private static final int CALLS_TO_JUDGE_BY = 4;
    private static final int CALLS_OF_A_REST = 60;

    private final long timeTarget;
    private final Dial batchSize;
    private final Dial concurrency;
    private final Set<Dial> exhausted = new HashSet<>();
    private @Nullable Dial raised;
    private boolean resting;
    private double bestRate;

    private int setting;
    private int calls;
    private long items;
    private long nanoseconds;
    private long together;

    PaceControl(PaceLimits limits) {
        timeTarget = limits.timeTarget().toNanos();
        batchSize = new Dial(limits.batchSize(), true);
        concurrency = new Dial(limits.concurrency(), false);
    }

    /** One of the two numbers. */
    private static final class Dial {
        private final Range range;
        private final boolean doubles;
        private int value;
        private int before;

        Dial(Range range, boolean doubles) {
            this.range = range;
            this.doubles = doubles;
            value = range.first();
            before = value;
        }

        int next() {
            return Math.min(range.most(), doubles ? value * 2 : value + 1);
        }

        void raise() {
            before = value;
            value = next();
        }

        void putBack() {
            value = before;
        }

        void halve() {
            value = Math.max(range.least(), value / 2);
        }
    }

    int batchSize() {
        return batchSize.value;
    }

    int concurrency() {
        return concurrency.value;
    }

    /** Tells calls that began under the present setting from earlier ones. */
    int setting() {
        return setting;
    }

    /**
     * A call was answered.
     *
     * @param under the setting under which it began
     * @param underWay how many calls were under way at its end, this one included
     * @param done whether its items were carried out; a refusal is quicker than the work, and is not counted
     */
    void answered(int under, int itemCount, long took, int underWay, boolean done) {
        if (under != setting) {
            return;
        }
        if (took > timeTarget) {
            giveWay(batchSize.value > batchSize.range.least() ? batchSize : concurrency);
        } else if (done && itemCount * 2 > batchSize.value) {
            calls++;
            items += itemCount;
            nanoseconds += took;
            together += underWay;
            if (calls >= (resting ? CALLS_OF_A_REST : Math.max(CALLS_TO_JUDGE_BY, 2 * concurrency.value))) {
                judge();
            }
        }
    }

    /** The site asked for patience, or did not answer. */
    void pushedBack(int under) {
        if (under == setting) {
            giveWay(concurrency.value > concurrency.range.least() ? concurrency : batchSize);
        }
    }

    private void giveWay(Dial dial) {
        if (raised == null) {
            dial.halve();
        } else {
            raised.putBack();
        }
        rest();
    }

    private void judge() {
        double rate = (double) items * together / calls / nanoseconds;
        boolean better = rate > bestRate * GAIN;
        if (raised == null || better) {
            bestRate = rate;
        }
        if (raised != null && !better) {
            raised.putBack();
            exhausted.add(raised);
        }
        if (resting) {
            exhausted.clear();
            resting = false;
        }
        climb(raised == concurrency && better ? concurrency : batchSize);
    }

    private void climb(Dial preferred) {
        for (Dial dial : new Dial[] {preferred, batchSize, concurrency}) {
            if (!exhausted.contains(dial) && mayRaise(dial)) {
                dial.raise();
                raised = dial;
                newSetting();
                return;
            }
        }
        rest();
    }

    /** At worst, calls take longer by as much as is raised. */
    private boolean mayRaise(Dial dial) {
        return dial.next() > dial.value && nanoseconds / calls * dial.next() / dial.value < timeTarget;
    }

    private void rest() {
        raised = null;
        resting = true;
        newSetting();
    }

    private void newSetting() {
        setting++;
        calls = 0;
        items = 0;
        nanoseconds = 0;
        together = 0;
    }
}
