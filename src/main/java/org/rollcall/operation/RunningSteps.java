package org.rollcall.operation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * The steps that are running in this process, so that they can be asked to stop: each has it as a listener. This is used
 * in place of {@code JobOperator.stop()}, which marks a job as stopped while a step of it still writes.
 */
public final class RunningSteps implements StepExecutionListener {

    private final Set<StepExecution> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    @Override
    public void beforeStep(StepExecution step) {
        running.add(step);
        if (stopping) {
            step.setTerminateOnly();
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        running.remove(step);
        return null;
    }

    /** Whether the steps were asked to stop. */
    public boolean isStopping() {
        return stopping;
    }

    /** Asks every step, those that begin from now on too, to stop after the chunk in flight. */
    public void stop() {
        stopping = true;
        running.forEach(StepExecution::setTerminateOnly);
    }
}
