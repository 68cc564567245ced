package org.rollcall.provision.account;

import org.rollcall.ledger.AccountChange;
import org.rollcall.ledger.StagedRow;
import org.rollcall.operation.JobSteps;
import org.rollcall.operation.RollcallSettings;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps that find people's accounts, create, change and delete them. */
@Configuration(proxyBeanMethods = false)
class AccountSteps {

    private final RollcallSettings settings;
    private final JobSteps steps;

    AccountSteps(RollcallSettings settings, JobSteps steps) {
        this.settings = settings;
        this.steps = steps;
    }

    @Bean
    Step matchUsersStep(Partitioner rowRanges, JdbcPagingItemReader<StagedRow> rowsToMatch, MatchUsers writer) {
        return steps.partitioned("matchUsers", rowRanges, AccountLookup.LOOKUP_SIZE, rowsToMatch, writer);
    }

    @Bean
    Step findSharedAccountsStep(FindSharedAccounts tasklet) {
        return steps.tasklet("findSharedAccounts", tasklet);
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
    Step suspendUsersStep(
            Partitioner suspensionRanges, JdbcPagingItemReader<AccountChange> accountsToSuspend, UpdateUsers writer) {
        return steps.partitioned("suspendUsers", suspensionRanges, settings.largestBatch(), accountsToSuspend, writer);
    }

    @Bean
    Step deleteUsersStep(
            Partitioner deletionRanges, JdbcPagingItemReader<AccountChange> accountsToDelete, DeleteUsers writer) {
        return steps.partitioned("deleteUsers", deletionRanges, settings.largestBatch(), accountsToDelete, writer);
    }
}
