package org.rollcall.provision;

import org.rollcall.ledger.AccountChange;
import org.rollcall.ledger.Leaver;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.StagedRow;
import org.rollcall.operation.JobSteps;
import org.rollcall.operation.RollcallSettings;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The main job, from the file to the reports. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ProvisionJobConfiguration {

    /** The job's name. */
    public static final String JOB = "provision";

    /** Rows are held until they are committed; larger chunks were no quicker, and take more memory. */
    private static final int STAGING_CHUNK = 2_000;

    private final RollcallSettings settings;
    private final JobSteps steps;

    ProvisionJobConfiguration(RollcallSettings settings, JobSteps steps) {
        this.settings = settings;
        this.steps = steps;
    }

    @Bean
    Job provision(
            JobRepository repository,
            Step stageRosterStep,
            Step findRepeatedStep,
            Step recognizeUnchangedStep,
            Step matchUsersStep,
            Step findSharedAccountsStep,
            Step matchMembershipsStep,
            Step matchGroupsOfParticipantsStep,
            Step findLeaversStep,
            Step makePlanStep,
            Step createCohortsStep,
            Step createUsersStep,
            Step updateUsersStep,
            Step addCohortMembersStep,
            Step enrolUsersStep,
            Step removeLeaversStep,
            Step suspendUsersStep,
            Step deleteUsersStep,
            Step settleRepeatedStep,
            Step matchGroupsStep,
            Step addGroupMembersStep,
            Step writeReportsStep,
            InterruptedRun interruptedRun) {
        return new JobBuilder(JOB, repository)
                .listener(interruptedRun)
                .start(stageRosterStep)
                .next(findRepeatedStep)
                .next(recognizeUnchangedStep)
                .next(matchUsersStep)
                .next(findSharedAccountsStep)
                .next(matchMembershipsStep)
                .next(matchGroupsOfParticipantsStep)
                .next(findLeaversStep)
                .next(makePlanStep)
                .next(createCohortsStep)
                .next(createUsersStep)
                .next(updateUsersStep)
                .next(addCohortMembersStep)
                .next(enrolUsersStep)
                .next(removeLeaversStep)
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
        return steps.chunks("stageRoster", STAGING_CHUNK, reader, writer);
    }

    @Bean
    Step findRepeatedStep(FindRepeated tasklet) {
        return steps.tasklet("findRepeated", tasklet);
    }

    @Bean
    Step recognizeUnchangedStep(RecognizeUnchanged tasklet) {
        return steps.tasklet("recognizeUnchanged", tasklet);
    }

    @Bean
    Step matchUsersStep(Partitioner rowRanges, JdbcPagingItemReader<StagedRow> rowsToMatch, MatchUsers writer) {
        return steps.partitioned("matchUsers", rowRanges, LedgerReaders.LOOKUP_SIZE, rowsToMatch, writer);
    }

    @Bean
    Step findSharedAccountsStep(FindSharedAccounts tasklet) {
        return steps.tasklet("findSharedAccounts", tasklet);
    }

    @Bean
    Step matchMembershipsStep(MatchMemberships tasklet) {
        return steps.tasklet("matchMemberships", tasklet);
    }

    @Bean
    Step matchGroupsOfParticipantsStep(MatchGroups tasklet) {
        return steps.tasklet(MatchGroups.OF_PARTICIPANTS, tasklet);
    }

    @Bean
    Step findLeaversStep(FindLeavers tasklet) {
        return steps.tasklet("findLeavers", tasklet);
    }

    @Bean
    Step makePlanStep(MakePlan tasklet) {
        return steps.tasklet("makePlan", tasklet);
    }

    @Bean
    Step createCohortsStep(CreateCohorts tasklet) {
        return steps.tasklet("createCohorts", tasklet);
    }

    @Bean
    Step createUsersStep(Partitioner rowRanges, JdbcPagingItemReader<StagedRow> rowsToCreate, CreateUsers writer) {
        return steps.partitioned("createUsers", rowRanges, settings.largestBatch(), rowsToCreate, writer);
    }

    @Bean
    Step updateUsersStep(
            Partitioner updateRanges, JdbcPagingItemReader<AccountChange> accountsToUpdate, UpdateUsers writer) {
        return steps.partitioned("updateUsers", updateRanges, settings.largestBatch(), accountsToUpdate, writer);
    }

    @Bean
    Step addCohortMembersStep(
            Partitioner membershipRanges, JdbcPagingItemReader<Membership> membersToAdd, AddCohortMembers writer) {
        return steps.partitioned("addCohortMembers", membershipRanges, settings.largestBatch(), membersToAdd, writer);
    }

    @Bean
    Step enrolUsersStep(
            Partitioner membershipRanges, JdbcPagingItemReader<Membership> enrolmentsToMake, EnrolUsers writer) {
        return steps.partitioned("enrolUsers", membershipRanges, settings.largestBatch(), enrolmentsToMake, writer);
    }

    @Bean
    Step removeLeaversStep(
            Partitioner leaverRanges, JdbcPagingItemReader<Leaver> leaversToTakeOut, RemoveLeavers writer) {
        return steps.partitioned("removeLeavers", leaverRanges, settings.largestBatch(), leaversToTakeOut, writer);
    }

    @Bean
    Step suspendUsersStep(
            Partitioner suspensionRanges, JdbcPagingItemReader<AccountChange> accountsToSuspend, UpdateUsers writer) {
        return steps.partitioned("suspendUsers", suspensionRanges, settings.largestBatch(), accountsToSuspend, writer);
    }

    @Bean
    Step deleteUsersStep(
            Partitioner deletionRanges, JdbcPagingItemReader<AccountChange> accountsToDelete, DeleteUsers writer) {
        return steps.partitioned("deleteUsers", deletionRanges, settings.largestBatch(), accountsToDelete, writer);
    }

    @Bean
    Step settleRepeatedStep(SettleRepeated tasklet) {
        return steps.tasklet("settleRepeated", tasklet);
    }

    @Bean
    Step matchGroupsStep(MatchGroups tasklet) {
        return steps.tasklet("matchGroups", tasklet);
    }

    @Bean
    Step addGroupMembersStep(
            Partitioner groupRanges, JdbcPagingItemReader<Membership> groupMembersToAdd, AddGroupMembers writer) {
        return steps.partitioned("addGroupMembers", groupRanges, settings.largestBatch(), groupMembersToAdd, writer);
    }

    @Bean
    Step writeReportsStep(WriteReports tasklet) {
        return steps.tasklet("writeReports", tasklet);
    }
}
