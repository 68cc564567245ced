package org.rollcall.operation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.batch.core.step.StepContribution;

/**
 * One attempt at a run: an execution of its job.
 *
 * @param began when it went to work
 */
public record Attempt(Instant began) {

    /** The attempt that a step belongs to. */
    public static Attempt of(StepContribution contribution) {
        LocalDateTime began = contribution.getStepExecution().getJobExecution().getStartTime();
        return new Attempt(
                Objects.requireNonNull(began).atZone(ZoneId.systemDefault()).toInstant());
    }
}
