package org.rollcall.moodle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Through which every call goes. Once it is shut no further call begins, and those under way come to their end. May be
 * shared by clients and threads.
 */
public final class CallGate {

    private final CountDownLatch shut = new CountDownLatch(1);
    private final AtomicInteger underWay = new AtomicInteger();

    /** Lets no further call begin. */
    public void shut() {
        shut.countDown();
    }

    /** Whether a call has begun and not come to its end. */
    public boolean isCallUnderWay() {
        return underWay.get() > 0;
    }

    /** @throws CallsEndedException when it is shut */
    void enter() {
        underWay.incrementAndGet();
        if (shut.getCount() == 0) {
            leave();
            throw new CallsEndedException();
        }
    }

    void leave() {
        underWay.decrementAndGet();
    }

    /**
     * Waits before a call, and no longer than the gate is open.
     *
     * @throws CallsEndedException when it is shut
     * @throws InterruptedException when the thread is interrupted
     */
    public void pause(Duration pause) throws InterruptedException {
        if (shut.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new CallsEndedException();
        }
    }
}
