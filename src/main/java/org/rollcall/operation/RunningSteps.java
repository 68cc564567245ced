package org.rollcall.operation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.CallGate;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * The steps that are running in this process, so that they can be asked how far they are, and to stop: each has it as a
 * listener. This is used in place of {@code JobOperator.stop()}, which marks a job as stopped while a step of it still
 * writes.
 */
public final class RunningSteps implements StepExecutionListener {

    private final CallGate gate;
    private final Set<StepExecution> running = ConcurrentHashMap.newKeySet();
    private final AtomicLong writtenByEndedPartitions = new AtomicLong();
    private final AtomicLong settled = new AtomicLong();
    private volatile boolean stopping;

    RunningSteps(CallGate gate) {
        this.gate = gate;
    }

    /** Whether a step is one of the ranges that a step works on at a time. */
    public static boolean isPartition(StepExecution step) {
        return step.getStepName().contains(":");
    }

    @Override
    public void beforeStep(StepExecution step) {
        if (!isPartition(step)) {
            writtenByEndedPartitions.set(0);
            settled.set(0);
        }
        running.add(step);
        if (stopping) {
            step.setTerminateOnly();
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        if (isPartition(step)) {
            writtenByEndedPartitions.addAndGet(step.getWriteCount());
        }
        running.remove(step);
        return null;
    }

    /** Items of the present step have their verdict, though their chunk is not committed yet. */
    public void settled(int items) {
        settled.addAndGet(items);
    }

    /** How many items of the present step are done and committed, in this attempt. */
    public long committed() {
        return writtenByEndedPartitions.get()
                + running.stream().mapToLong(StepExecution::getWriteCount).sum();
    }

    /** How many items of the present step are done, in this attempt, as far as is known. */
    public long done() {
        return Math.max(committed(), settled.get());
    }

    /** Whether the steps were asked to stop. */
    public boolean isStopping() {
        return stopping;
    }

    /**
     * Asks every step, those that begin from now on too, to stop after the chunk in flight, and lets no further call to the
     * site begin: a chunk that needs more of them is given up, and whatever it sent is looked for when the run is taken up.
     */
    public void stop() {
        stopping = true;
        running.forEach(StepExecution::setTerminateOnly);
        gate.shut();
    }
}
