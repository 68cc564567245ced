package org.rollcall.operation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;

/** Why an execution failed: what its steps and partitions threw, down to the first causes. */
final class Failures {

    private Failures() {}

    static List<Throwable> of(JobExecution execution) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable failure : execution.getAllFailureExceptions()) {
            for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
                all.add(cause);
            }
        }
        return all;
    }
}
