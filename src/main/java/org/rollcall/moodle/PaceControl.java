package org.rollcall.moodle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private final PaceDial batchSize;
    private final PaceDial concurrency;
    private final Set<PaceDial> exhausted = new HashSet<>();
    private @Nullable PaceDial raised;
    private boolean resting;
    private double bestRate;
    private int setting;
    private PaceSample sample = new PaceSample();

    PaceControl(PaceLimits limits) {
        timeTarget = limits.timeTarget().toNanos();
        batchSize = PaceDial.doubling(limits.batchSize());
        concurrency = PaceDial.counting(limits.concurrency());
    }

    int batchSize() {
        return batchSize.value();
    }

    int concurrency() {
        return concurrency.value();
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
     * @param counts whether it was a full batch that was carried out; a refusal is quicker than the work
     */
    void answered(int under, int itemCount, long took, int underWay, boolean counts) {
        if (under != setting) {
            return;
        }
        if (took > timeTarget) {
            giveWay(batchSize.isAboveLeast() ? batchSize : concurrency);
        } else if (counts) {
            sample.add(itemCount, took, underWay);
            if (sample.calls() >= (resting ? CALLS_OF_A_REST : Math.max(CALLS_TO_JUDGE_BY, 2 * concurrency.value()))) {
                judge();
            }
        }
    }

    /** The site asked for patience, or did not answer. */
    void pushedBack(int under) {
        if (under == setting) {
            giveWay(concurrency.isAboveLeast() ? concurrency : batchSize);
        }
    }

    private void giveWay(PaceDial dial) {
        if (raised == null) {
            dial.halve();
        } else {
            raised.putBack();
        }
        rest();
    }

    private void judge() {
        double rate = sample.rate();
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

    private void climb(PaceDial preferred) {
        for (PaceDial dial : List.of(preferred, batchSize, concurrency)) {
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
    private boolean mayRaise(PaceDial dial) {
        return dial.next() > dial.value() && sample.meanNanoseconds() * dial.next() / dial.value() < timeTarget;
    }

    private void rest() {
        raised = null;
        resting = true;
        newSetting();
    }

    private void newSetting() {
        setting++;
        sample = new PaceSample();
    }
}
