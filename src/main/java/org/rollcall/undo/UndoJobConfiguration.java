package org.rollcall.undo;

import java.util.Map;
import javax.sql.DataSource;
import org.rollcall.ledger.UndoAction;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoItems;
import org.rollcall.operation.IdRangePartitioner;
import org.rollcall.operation.JobSteps;
import org.rollcall.operation.RollcallSettings;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.batch.infrastructure.item.database.Order;
import org.springframework.batch.infrastructure.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The job that takes a run back. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class UndoJobConfiguration {

    /** What is taken back at a time goes through few large batches rather than many small ones. */
    private static final int SMALLEST_PARTITION = 250;

    private final RollcallSettings settings;
    private final JobSteps steps;

    UndoJobConfiguration(RollcallSettings settings, JobSteps steps) {
        this.settings = settings;
        this.steps = steps;
    }

    @Bean
    Job undo(
            JobRepository repository,
            FindEffects findEffects,
            PlanUndo planUndo,
            Partitioner undoRanges,
            JdbcPagingItemReader<UndoItem> itemsToTakeBack,
            UndoWriters writers,
            EndUndo endUndo,
            InterruptedUndo interruptedUndo) {
        SimpleJobBuilder job = new JobBuilder("undo", repository)
                .listener(interruptedUndo)
                .start(steps.tasklet("findEffects", findEffects))
                .next(steps.taskletOfEachAttempt("planUndo", planUndo));
        for (UndoAction action : UndoAction.values()) {
            if (action != UndoAction.LEAVE) {
                job = job.next(steps.partitioned(
                        action.step(), undoRanges, settings.largestBatch(), itemsToTakeBack, writers.of(action)));
            }
        }
        return job.next(steps.tasklet("endUndo", endUndo)).build();
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
