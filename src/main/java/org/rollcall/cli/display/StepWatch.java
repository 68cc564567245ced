package org.rollcall.cli.display;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Problems;
import org.rollcall.moodle.CallLog;
import org.rollcall.operation.OpenWork;
import org.rollcall.operation.RunningSteps;
import org.springframework.batch.core.step.StepExecution;

/** Finds out how far the step is that runs, mostly without asking the ledger. */
class StepWatch {

    /** What is asked of the ledger again and again is asked for this part of the time at most. */
    private static final int PART_OF_TIME = 20;

    private static final Duration REJECTS_EVERY = Duration.ofSeconds(2);

    private final RunningSteps steps;
    private final CallLog calls;
    private final Problems problems;
    private final List<OpenWork> openWork;

    StepWatch(RunningSteps steps, CallLog calls, Problems problems, List<OpenWork> openWork) {
        this.steps = steps;
        this.calls = calls;
        this.problems = problems;
        this.openWork = openWork;
    }

    boolean isStopping() {
        return steps.isStopping();
    }

    Watched begin(StepExecution step) {
        return new Watched(step.getStepName(), step.getJobParameters().getLong("run"));
    }

    /** One step. It is looked at by one thread. */
    final class Watched {

        private final String step;
        private final @Nullable Long run;
        private final long began = System.nanoTime();
        private final long callsBefore = calls.total().calls();
        private final Rate rate = new Rate();
        private boolean counted;
        private @Nullable Long total;
        private long rejects;
        private long nextCount = began;

        private Watched(String step, @Nullable Long run) {
            this.step = step;
            this.run = run;
        }

        StepFigures look() {
            countTotal();
            countRejects();
            Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
            long done = steps.done();
            rate.add(elapsed, done);
            return new StepFigures(
                    step,
                    done,
                    total,
                    elapsed,
                    rate.perSecond(),
                    rejects,
                    calls.total().calls() - callsBefore);
        }

        private void countTotal() {
            if (!counted && run != null) {
                counted = true;
                long before = steps.committed();
                for (OpenWork work : openWork) {
                    OptionalLong open = work.of(step, run);
                    if (open.isPresent()) {
                        total = before + open.getAsLong();
                    }
                }
            }
        }

        private void countRejects() {
            long now = System.nanoTime();
            if (run != null && now >= nextCount) {
                rejects = problems.rowsWithErrors(run);
                long took = System.nanoTime() - now;
                nextCount = now + Math.max(REJECTS_EVERY.toNanos(), PART_OF_TIME * took);
            }
        }
    }
}
