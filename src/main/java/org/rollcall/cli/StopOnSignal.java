package org.rollcall.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a command end in good order when the process is asked to stop (Ctrl-C, SIGTERM): the command is told, and the
 * process waits until the program has come to its end. A second signal ends the process at once.
 */
final class StopOnSignal implements AutoCloseable {

    /** How long the process waits for a command that has no call under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    /** How long it waits on for what comes of the last call. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(1);

    private static final int SIGNALLED = 128;
    private static final CountDownLatch PROGRAM_ENDED = new CountDownLatch(1);
    private static final AtomicInteger SIGNAL = new AtomicInteger();

    private final Thread hook = new Thread(this::stopAndWait, "stop");
    private final List<Runnable> restorations;
    private @Nullable Runnable stop;
    private volatile @Nullable BooleanSupplier busy;
    private volatile String parting = "";
    private boolean signalled;

    StopOnSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
        restorations = List.of(Signals.handle("INT", this::signal), Signals.handle("TERM", this::signal));
    }

    /** The main program calls this when it has said all that it has to say. */
    static void programEnded() {
        PROGRAM_ENDED.countDown();
    }

    /** The number that the process ends with: the signal's, if one has come. */
    static int exitCode(int otherwise) {
        return SIGNAL.get() == 0 ? otherwise : SIGNALLED + SIGNAL.get();
    }

    /** What is to be done when the signal comes; at once, if it has come. */
    synchronized void calls(Runnable action) {
        stop = action;
        if (signalled) {
            action.run();
        }
    }

    /**
     * The command may be ended without its doing, and loses nothing by that.
     *
     * @param sentence what is said when a second signal has ended it
     * @param busy whether it waits for somebody else, so that the process is to wait for it longer than usual
     */
    void mayBeCutOff(String sentence, BooleanSupplier busy) {
        this.parting = sentence;
        this.busy = busy;
    }

    /** From now on the command ends by itself, however long that takes. */
    void mayNotBeCutOff() {
        busy = null;
    }

    private void signal(int number) {
        if (SIGNAL.compareAndSet(0, number)) {
            System.exit(SIGNALLED + number);
        }
        if (!parting.isEmpty()) {
            System.err.println(System.lineSeparator() + parting);
        }
        Runtime.getRuntime().halt(SIGNALLED + number);
    }

    private void stopAndWait() {
        synchronized (this) {
            signalled = true;
            if (stop != null) {
                stop.run();
            }
        }
        try {
            boolean ended = PROGRAM_ENDED.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            while (!ended) {
                boolean cutOff = isIdle();
                ended = PROGRAM_ENDED.await(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended && cutOff && isIdle()) {
                    Runtime.getRuntime().halt(exitCode(ExitCode.UNAVAILABLE.number()));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isIdle() {
        BooleanSupplier now = busy;
        return now != null && !now.getAsBoolean();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            restorations.forEach(Runnable::run);
        } catch (IllegalStateException shuttingDown) {
            // The signal has come, and the hook waits for the end of the program.
        }
    }
}
