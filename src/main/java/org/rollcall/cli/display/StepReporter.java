package org.rollcall.cli.display;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Effects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells a display how far the job's steps are, and what each has done at its end. */
public class StepReporter implements StepExecutionListener, AutoCloseable {

    /** What an application is given to have it. */
    public static final List<Class<?>> PARTS = List.of(StepReporter.class, StepWatch.class);

    private static final Duration LAST_LOOK = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(StepReporter.class);

    private final StepWatch watch;
    private final StepCounts counts;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(StepReporter::thread);
    private @Nullable Display display;
    private @Nullable ScheduledFuture<?> ticks;
    private int ended;

    StepReporter(StepWatch watch, Effects effects) {
        this.watch = watch;
        this.counts = new StepCounts(effects);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "display");
        thread.setDaemon(true);
        return thread;
    }

    /** Where everything is told from now on. */
    public synchronized void tell(Display told) {
        this.display = told;
    }

    @Override
    public synchronized void beforeStep(StepExecution step) {
        Duration interval = display == null ? null : display.interval();
        if (interval != null) {
            StepWatch.Watched watched = watch.begin(step);
            int number = ended;
            long period = interval.toMillis();
            ticks = clock.scheduleAtFixedRate(() -> tick(watched, number), period, period, TimeUnit.MILLISECONDS);
        }
    }

    private void tick(StepWatch.Watched step, int number) {
        try {
            StepFigures figures = step.look();
            synchronized (this) {
                // The step may have ended while it was looked at.
                if (number == ended && display != null) {
                    display.progress(figures);
                }
            }
        } catch (RuntimeException harmless) {
            LOG.debug("How far a step is could not be found out", harmless);
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        Display told = stopTicking();
        LocalDateTime began = step.getStartTime();
        if (told != null && told.interval() != null && began != null) {
            Duration time = Duration.between(began, LocalDateTime.now(ZoneId.systemDefault()));
            told.ended(new StepEnd(
                    step.getStepName(),
                    endingOf(step),
                    step.getStatus() == BatchStatus.COMPLETED ? counts.of(step) : 0,
                    time.toMillis() / 1000.0));
        }
        return null;
    }

    /** A step that is asked to stop in the middle of a chunk gives it up, which Spring Batch takes for a failure. */
    private BatchStatus endingOf(StepExecution step) {
        return step.getStatus() == BatchStatus.FAILED && watch.isStopping() ? BatchStatus.STOPPED : step.getStatus();
    }

    private synchronized @Nullable Display stopTicking() {
        ended++;
        if (ticks != null) {
            ticks.cancel(false);
        }
        return display;
    }

    /** A thread that H2 works on must not be interrupted: it would close its file. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The display is still looking at the job");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
