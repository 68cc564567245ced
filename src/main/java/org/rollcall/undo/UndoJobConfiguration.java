package org.rollcall.undo;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.rollcall.ledger.UndoAction;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoItems;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.RunningSteps;
import org.rollcall.provision.IdRangePartitioner;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.batch.infrastructure.item.database.Order;
import org.springframework.batch.infrastructure.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The job that takes a run back. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class UndoJobConfiguration {

    /** What is taken back at a time goes through few large batches rather than many small ones. */
    private static final int SMALLEST_PARTITION = 250;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final RollcallSettings settings;
    private final RunningSteps runningSteps;
    private final List<StepExecutionListener> listeners;

    UndoJobConfiguration(
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

    @Bean
    Job undo(
            FindEffects findEffects,
            PlanUndo planUndo,
            Partitioner undoRanges,
            JdbcPagingItemReader<UndoItem> itemsToTakeBack,
            UndoWriters writers,
            EndUndo endUndo) {
        SimpleJobBuilder job = new JobBuilder("undo", repository)
                .start(step("findEffects").tasklet(findEffects, transactions).build())
                .next(step("planUndo")
                        .allowStartIfComplete(true)
                        .tasklet(planUndo, transactions)
                        .build());
        for (UndoAction action : UndoAction.values()) {
            if (action != UndoAction.LEAVE) {
                job = job.next(partitioned(action, undoRanges, itemsToTakeBack, writers));
            }
        }
        return job.next(step("endUndo").tasklet(endUndo, transactions).build()).build();
    }

    private StepBuilder step(String name) {
        StepBuilder builder = new StepBuilder(name, repository);
        listeners.forEach(builder::listener);
        return builder;
    }

    private Step partitioned(
            UndoAction action, Partitioner ranges, JdbcPagingItemReader<UndoItem> reader, UndoWriters writers) {
        Step partition = new StepBuilder(action.step(), repository)
                .<UndoItem, UndoItem>chunk(settings.largestBatch())
                .transactionManager(transactions)
                .reader(reader)
                .writer(writers.of(action))
                .listener(runningSteps)
                .build();
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(action.step() + "-");
        threads.setConcurrencyLimit(settings.mostCallsAtATime());
        return step(action.step())
                .partitioner(action.step(), ranges)
                .step(partition)
                .gridSize(settings.mostCallsAtATime())
                .taskExecutor(threads)
                .build();
    }

    @Bean
    @StepScope
    Partitioner undoRanges(
            @Value("#{jobParameters['run']}") long run,
            @Value("#{stepExecution.stepName}") String step,
            UndoItems items) {
        int smallest = settings.concurrency() == null ? SMALLEST_PARTITION : 1;
        return new IdRangePartitioner(() -> items.ids(run, UndoAction.ofStep(step)), smallest);
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<UndoItem> itemsToTakeBack(
            DataSource dataSource,
            UndoItems items,
            @Value("#{stepExecutionContext['first']}") long first,
            @Value("#{stepExecutionContext['last']}") long last)
            throws Exception {
        return new JdbcPagingItemReaderBuilder<UndoItem>()
                .name("undoItems")
                .dataSource(dataSource)
                .selectClause("*")
                .fromClause("undo_item")
                .whereClause("id BETWEEN :first AND :last AND " + UndoItems.OPEN)
                .parameterValues(Map.of("first", first, "last", last))
                .sortKeys(Map.of("id", Order.ASCENDING))
                .pageSize(settings.largestBatch())
                .rowMapper(items.rowMapper())
                .saveState(false)
                .build();
    }
}
