package org.rollcall.cli.display;

import org.springframework.batch.core.BatchStatus;

/**
 * How a step ended.
 *
 * @param step its name
 * @param ending completed, stopped or failed
 * @param count what it did, as many
 * @param seconds how long it took
 */
public record StepEnd(String step, BatchStatus ending, long count, double seconds) {

    boolean isCompleted() {
        return ending == BatchStatus.COMPLETED;
    }
}
