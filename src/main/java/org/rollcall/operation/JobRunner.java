package org.rollcall.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Starts a job, or takes it up where an earlier attempt left it, and waits for its end.
 *
 * <p>An execution that the job state shows as running is one that died, since whoever calls this holds the
 * {@link StateLock}. {@link RunningSteps} stops it.
 */
@Component
public class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobOperator operator;
    private final JobRepository repository;

    JobRunner(JobOperator operator, JobRepository repository) {
        this.operator = operator;
        this.repository = repository;
    }

    /**
     * Runs a job to its end.
     *
     * @return the execution that ended: completed, failed or stopped
     * @throws JobExecutionException when the job cannot be started with these parameters
     */
    public JobExecution run(Job job, JobParameters parameters) throws JobExecutionException {
        recover(repository.getLastJobExecution(job.getName(), parameters));
        return operator.start(job, parameters);
    }

    private void recover(@Nullable JobExecution last) {
        if (last == null) {
            return;
        }
        List<StepExecution> unbegun =
                last.getStepExecutions().stream().filter(this::isUnbegun).toList();
        boolean died = last.getStatus().isRunning()
                || last.getStepExecutions().stream()
                        .anyMatch(step -> step.getStatus().isRunning());
        if (died) {
            LOG.info("Execution {} ended without a word; taking it up again", last.getId());
            operator.recover(last);
        }
        failUnknown(last);
        unbegun.forEach(repository::deleteStepExecution);
    }

    /**
     * Whether a step is a partition that died before it began. Spring Batch stores a partition first and the range that
     * it is to work on after that; without its range it cannot be taken up again, and has to be made anew.
     */
    private boolean isUnbegun(StepExecution step) {
        if (!RunningSteps.isPartition(step) || step.getStatus() == BatchStatus.COMPLETED) {
            return false;
        }
        // The last job execution comes without its steps' contexts.
        StepExecution stored = repository.getStepExecution(step.getId());
        return stored != null && stored.getExecutionContext().isEmpty();
    }

    /**
     * Spring Batch never restarts what ended as UNKNOWN, which is when it could not write its own state. The ledger tells
     * what was done and what is in doubt, so such an execution is as good as one that failed.
     */
    private void failUnknown(JobExecution last) {
        for (StepExecution step : last.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (last.getStatus() == BatchStatus.UNKNOWN) {
            last.setStatus(BatchStatus.FAILED);
            repository.update(last);
        }
    }
}
