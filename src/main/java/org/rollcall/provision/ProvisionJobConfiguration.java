package org.rollcall.provision;

import java.util.List;
import org.rollcall.ledger.AccountChange;
import org.rollcall.ledger.ChangePhase;
import org.rollcall.ledger.IdRange;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.Memberships;
import org.rollcall.ledger.PreparedRow;
import org.rollcall.ledger.StagedRow;
import org.rollcall.ledger.StagedRows;
import org.rollcall.ledger.Wishes;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.RunningSteps;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The main job, from the file to the reports. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ProvisionJobConfiguration {

    /** The job's name. */
    public static final String JOB = "provision";

    /** Rows are held until they are committed; larger chunks were no quicker, and take more memory. */
    private static final int STAGING_CHUNK = 2_000;

    private static final int SMALLEST_PARTITION = 250;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final RollcallSettings settings;
    private final RunningSteps runningSteps;
    private final List<StepExecutionListener> listeners;

    ProvisionJobConfiguration(
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
    Job provision(
            Step stageRosterStep,
            Step findRepeatedStep,
            Step recognizeUnchangedStep,
            Step matchUsersStep,
            Step findSharedAccountsStep,
            Step matchMembershipsStep,
            Step makePlanStep,
            Step createCohortsStep,
            Step createUsersStep,
            Step updateUsersStep,
            Step addCohortMembersStep,
            Step enrolUsersStep,
            Step suspendUsersStep,
            Step deleteUsersStep,
            Step settleRepeatedStep,
            Step matchGroupsStep,
            Step addGroupMembersStep,
            Step writeReportsStep) {
        return new JobBuilder(JOB, repository)
                .start(stageRosterStep)
                .next(findRepeatedStep)
                .next(recognizeUnchangedStep)
                .next(matchUsersStep)
                .next(findSharedAccountsStep)
                .next(matchMembershipsStep)
                .next(makePlanStep)
                .next(createCohortsStep)
                .next(createUsersStep)
                .next(updateUsersStep)
                .next(addCohortMembersStep)
                .next(enrolUsersStep)
                .next(suspendUsersStep)
                .next(deleteUsersStep)
                .next(settleRepeatedStep)
                .next(matchGroupsStep)
                .next(addGroupMembersStep)
                .next(writeReportsStep)
                .build();
    }

    @Bean
    Step stageRosterStep(RosterRowReader reader, StageRoster writer) {
        StepBuilder builder = new StepBuilder("stageRoster", repository);
        listeners.forEach(builder::listener);
        return builder.<PreparedRow, PreparedRow>chunk(STAGING_CHUNK)
                .transactionManager(transactions)
                .reader(reader)
                .writer(writer)
                .build();
    }

    @Bean
    Step findRepeatedStep(FindRepeated tasklet) {
        return tasklet("findRepeated", tasklet);
    }

    @Bean
    Step recognizeUnchangedStep(RecognizeUnchanged tasklet) {
        return tasklet("recognizeUnchanged", tasklet);
    }

    @Bean
    Step matchUsersStep(Partitioner rowRanges, JdbcPagingItemReader<StagedRow> rowsToMatch, MatchUsers writer) {
        return partitioned("matchUsers", rowRanges, LedgerReaders.LOOKUP_SIZE, rowsToMatch, writer);
    }

    @Bean
    Step findSharedAccountsStep(FindSharedAccounts tasklet) {
        return tasklet("findSharedAccounts", tasklet);
    }

    @Bean
    Step matchMembershipsStep(MatchMemberships tasklet) {
        return tasklet("matchMemberships", tasklet);
    }

    @Bean
    Step makePlanStep(MakePlan tasklet) {
        return tasklet("makePlan", tasklet);
    }

    @Bean
    Step createCohortsStep(CreateCohorts tasklet) {
        return tasklet("createCohorts", tasklet);
    }

    @Bean
    Step createUsersStep(Partitioner rowRanges, JdbcPagingItemReader<StagedRow> rowsToCreate, CreateUsers writer) {
        return partitioned("createUsers", rowRanges, settings.largestBatch(), rowsToCreate, writer);
    }

    @Bean
    Step updateUsersStep(
            Partitioner updateRanges, JdbcPagingItemReader<AccountChange> accountsToUpdate, UpdateUsers writer) {
        return partitioned("updateUsers", updateRanges, settings.largestBatch(), accountsToUpdate, writer);
    }

    @Bean
    Step addCohortMembersStep(
            Partitioner membershipRanges, JdbcPagingItemReader<Membership> membersToAdd, AddCohortMembers writer) {
        return partitioned("addCohortMembers", membershipRanges, settings.largestBatch(), membersToAdd, writer);
    }

    @Bean
    Step enrolUsersStep(
            Partitioner membershipRanges, JdbcPagingItemReader<Membership> enrolmentsToMake, EnrolUsers writer) {
        return partitioned("enrolUsers", membershipRanges, settings.largestBatch(), enrolmentsToMake, writer);
    }

    @Bean
    Step suspendUsersStep(
            Partitioner suspensionRanges, JdbcPagingItemReader<AccountChange> accountsToSuspend, UpdateUsers writer) {
        return partitioned("suspendUsers", suspensionRanges, settings.largestBatch(), accountsToSuspend, writer);
    }

    @Bean
    Step deleteUsersStep(
            Partitioner deletionRanges, JdbcPagingItemReader<AccountChange> accountsToDelete, DeleteUsers writer) {
        return partitioned("deleteUsers", deletionRanges, settings.largestBatch(), accountsToDelete, writer);
    }

    @Bean
    Step settleRepeatedStep(SettleRepeated tasklet) {
        return tasklet("settleRepeated", tasklet);
    }

    @Bean
    Step matchGroupsStep(MatchGroups tasklet) {
        return tasklet("matchGroups", tasklet);
    }

    @Bean
    Step addGroupMembersStep(
            Partitioner groupRanges, JdbcPagingItemReader<Membership> groupMembersToAdd, AddGroupMembers writer) {
        return partitioned("addGroupMembers", groupRanges, settings.largestBatch(), groupMembersToAdd, writer);
    }

    @Bean
    Step writeReportsStep(WriteReports tasklet) {
        return tasklet("writeReports", tasklet);
    }

    @Bean
    @StepScope
    Partitioner rowRanges(@Value("#{jobParameters['run']}") long run, StagedRows rows) {
        return new IdRangePartitioner(() -> rows.ids(run), smallestPartition());
    }

    @Bean
    @StepScope
    Partitioner membershipRanges(@Value("#{jobParameters['run']}") long run, Memberships memberships) {
        return new IdRangePartitioner(() -> memberships.ids(run), smallestPartition() * Memberships.KEYS_A_ROW);
    }

    @Bean
    @StepScope
    Partitioner updateRanges(@Value("#{jobParameters['run']}") long run, ChangingRows rows) {
        return new IdRangePartitioner(() -> rows.of(run, ChangePhase.UPDATE), smallestPartition());
    }

    @Bean
    @StepScope
    Partitioner suspensionRanges(@Value("#{jobParameters['run']}") long run, ChangingRows rows) {
        return new IdRangePartitioner(() -> rows.of(run, ChangePhase.SUSPEND), smallestPartition());
    }

    @Bean
    @StepScope
    Partitioner deletionRanges(@Value("#{jobParameters['run']}") long run, ChangingRows rows) {
        return new IdRangePartitioner(() -> rows.of(run, ChangePhase.DELETE), smallestPartition());
    }

    /** No partition at all where no row names a group. */
    @Bean
    @StepScope
    Partitioner groupRanges(@Value("#{jobParameters['run']}") long run, Memberships memberships, Wishes wishes) {
        return new IdRangePartitioner(
                () -> wishes.nameGroups(run) ? memberships.ids(run) : new IdRange(1, 0),
                smallestPartition() * Memberships.KEYS_A_ROW);
    }

    /** Where the calls at a time find their own number, a small roster is not cut into many small batches for it. */
    private int smallestPartition() {
        return settings.concurrency() == null ? SMALLEST_PARTITION : 1;
    }

    private Step tasklet(String name, Tasklet tasklet) {
        StepBuilder builder = new StepBuilder(name, repository);
        listeners.forEach(builder::listener);
        return builder.tasklet(tasklet, transactions).build();
    }

    private <T> Step partitioned(
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
        StepBuilder builder = new StepBuilder(name, repository);
        listeners.forEach(builder::listener);
        return builder.partitioner(name, partitioner)
                .step(partition)
                .gridSize(settings.mostCallsAtATime())
                .taskExecutor(threads)
                .build();
    }
}
