package org.rollcall.operation;

import java.util.List;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Builds the steps of jobs, each with everybody who listens to steps. */
@Component
public class JobSteps {

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final RollcallSettings settings;
    private final RunningSteps runningSteps;
    private final List<StepExecutionListener> listeners;

    JobSteps(
            JobRepository repository,
            PlatformTransactionManager transactions,
            RollcallSettings settings,
            RunningSteps runningSteps,
            List<StepExecutionListener> listeners) {
        this.repository = repository;
        this.transactions = transactions;
        this.settings = settings;
        this.runningSteps = runningSteps;
        this.listeners = listeners;
    }

    /** A step that does one thing in one transaction. */
    public Step tasklet(String name, Tasklet tasklet) {
        return named(name).tasklet(tasklet, transactions).build();
    }

    /** The same, done again whenever the job is taken up, even where it was done before. */
    public Step taskletOfEachAttempt(String name, Tasklet tasklet) {
        return named(name)
                .allowStartIfComplete(true)
                .tasklet(tasklet, transactions)
                .build();
    }

    /** A step that reads and writes so many items a transaction. */
    public <T> Step chunks(String name, int chunkSize, ItemReader<T> reader, ItemWriter<T> writer) {
        return named(name)
                .<T, T>chunk(chunkSize)
                .transactionManager(transactions)
                .reader(reader)
                .writer(writer)
                .build();
    }

    /** A step that does so in several ranges at a time, each with a restart state of its own. */
    public <T> Step partitioned(
            String name, Partitioner partitioner, int chunkSize, ItemReader<T> reader, ItemWriter<T> writer) {
        Step partition = new StepBuilder(name, repository)
                .<T, T>chunk(chunkSize)
                .transactionManager(transactions)
                .reader(reader)
                .writer(writer)
                .listener(runningSteps)
                .build();
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(name + "-");
        threads.setConcurrencyLimit(settings.mostCallsAtATime());
        return named(name)
                .partitioner(name, partitioner)
                .step(partition)
                .gridSize(settings.mostCallsAtATime())
                .taskExecutor(threads)
                .build();
    }

    private StepBuilder named(String name) {
        StepBuilder builder = new StepBuilder(name, repository);
        listeners.forEach(builder::listener);
        return builder;
    }
}
