package org.rollcall.cli;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Lets a command end in good order when the process is asked to stop (Ctrl-C, SIGTERM): the command is told, and the
 * process waits until it is closed.
 */
final class StopOnSignal implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "stop");
    private @Nullable Runnable stop;
    private boolean signalled;

    StopOnSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What is to be done when the signal comes; at once, if it has come. */
    synchronized void calls(Runnable action) {
        stop = action;
        if (signalled) {
            action.run();
        }
    }

    private void stopAndWait() {
        synchronized (this) {
            signalled = true;
            if (stop != null) {
                stop.run();
            }
        }
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The signal has come, and the hook is what waited for this.
        }
    }
}
