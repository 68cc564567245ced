package org.rollcall.moodle;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Unavailable;

/**
 * How large the batches of one function are, and how many calls of it are under way at a time: as {@link PaceControl}
 * finds best while calls are made. May be shared by threads.
 */
public final class Pace {

    private final PaceControl control;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private int underWay;

    /** The pace of a function that was not called yet. */
    public Pace(PaceLimits limits) {
        control = new PaceControl(limits);
    }

    /** How many items the next call should carry, at most. */
    public int batchSize() {
        lock.lock();
        try {
            return control.batchSize();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes a call, after waiting until fewer calls are under way than may be, and learns from how it went.
     *
     * @param full whether it carries as much as it may; what is left over at the end of a list tells nothing of the pace
     */
    public <T> Outcome<T> call(int items, boolean full, Supplier<Outcome<T>> call) {
        int setting = enter();
        long begun = System.nanoTime();
        Outcome<T> outcome = null;
        try {
            outcome = call.get();
            return outcome;
        } finally {
            leave(setting, items, full, System.nanoTime() - begun, outcome);
        }
    }

    private int enter() {
        lock.lock();
        try {
            while (underWay >= control.concurrency()) {
                freed.awaitUninterruptibly();
            }
            underWay++;
            return control.setting();
        } finally {
            lock.unlock();
        }
    }

    private void leave(int setting, int items, boolean full, long nanoseconds, @Nullable Outcome<?> outcome) {
        lock.lock();
        try {
            if (outcome instanceof Ambiguous || outcome instanceof Unavailable) {
                control.pushedBack(setting);
            } else if (outcome != null) {
                control.answered(setting, items, nanoseconds, underWay, full && outcome.isDone());
            }
            underWay--;
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
