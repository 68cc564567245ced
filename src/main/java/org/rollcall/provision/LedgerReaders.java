package org.rollcall.provision;

import java.util.Map;
import javax.sql.DataSource;
import org.rollcall.ledger.AccountChange;
import org.rollcall.ledger.AccountChanges;
import org.rollcall.ledger.AskedGroups;
import org.rollcall.ledger.ChangePhase;
import org.rollcall.ledger.Leaver;
import org.rollcall.ledger.Leavers;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.Memberships;
import org.rollcall.ledger.StagedRow;
import org.rollcall.ledger.StagedRows;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.provision.account.AccountLookup;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.batch.infrastructure.item.database.Order;
import org.springframework.batch.infrastructure.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Readers of what a step has still to do in one partition. They keep no position of their own: a row that is done is in
 * another state and does not come again.
 */
@Configuration(proxyBeanMethods = false)
class LedgerReaders {

    private final DataSource dataSource;

    LedgerReaders(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<StagedRow> rowsToMatch(
            StagedRows rows,
            @Value("#{stepExecutionContext['first']}") long first,
            @Value("#{stepExecutionContext['last']}") long last)
            throws Exception {
        return rows(rows, "state IN ('STAGED', 'FAULTY')", AccountLookup.LOOKUP_SIZE, first, last);
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<StagedRow> rowsToCreate(
            StagedRows rows,
            RollcallSettings settings,
            @Value("#{stepExecutionContext['first']}") long first,
            @Value("#{stepExecutionContext['last']}") long last)
            throws Exception {
        return rows(rows, "state IN ('TO_CREATE', 'SENDING')", settings.largestBatch(), first, last);
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<Membership> membersToAdd(
            Memberships memberships,
            RollcallSettings settings,
            @Value("#{stepExecutionContext['first']}") long first,
            @Value("#{stepExecutionContext['last']}") long last)
            throws Exception {
        return memberships(memberships, toSend(MembershipKind.COHORT), settings.largestBatch(), first, last);
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<Membership> enrolmentsToMake(
            Memberships memberships,
            RollcallSettings settings,
            @Value("#{stepExecutionContext['first']}") long first,
            @Value("#{stepExecutionContext['last']}") long last)
            throws Exception {
        return memberships(memberships, toSend(MembershipKind.COURSE), settings.largestBatch(), first, last);
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<Membership> groupMembersToAdd(
            Memberships memberships,
            RollcallSettings settings,
            @Value("#{stepExecutionContext['first']}") long first,
            @Value("#{stepExecutionContext['last']}") long last)
            throws Exception {
        String toAdd = "w.group_id IS NOT NULL AND " + AskedGroups.OPEN;
        return memberships(memberships, toAdd, settings.largestBatch(), first, last);
    }

    private static String toSend(MembershipKind kind) {
        return "m.kind = '" + kind + "' AND m.state IN ('PENDING', 'SENDING') AND " + Memberships.OF_ROWS_WITH_ACCOUNT;
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<AccountChange> accountsToUpdate(
            AccountChanges changes,
            RollcallSettings settings,
            @Value("#{stepExecutionContext['first']}") long first,
            @Value("#{stepExecutionContext['last']}") long last)
            throws Exception {
        return changes(changes, ChangePhase.UPDATE, settings.largestBatch(), first, last);
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<AccountChange> accountsToSuspend(
            AccountChanges changes,
            RollcallSettings settings,
            @Value("#{stepExecutionContext['first']}") long first,
            @Value("#{stepExecutionContext['last']}") long last)
            throws Exception {
        return changes(changes, ChangePhase.SUSPEND, settings.largestBatch(), first, last);
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<AccountChange> accountsToDelete(
            AccountChanges changes,
            RollcallSettings settings,
            @Value("#{stepExecutionContext['first']}") long first,
            @Value("#{stepExecutionContext['last']}") long last)
            throws Exception {
        return changes(changes, ChangePhase.DELETE, settings.largestBatch(), first, last);
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<Leaver> leaversToTakeOut(
            Leavers leavers,
            RollcallSettings settings,
            @Value("#{stepExecutionContext['first']}") long first,
            @Value("#{stepExecutionContext['last']}") long last)
            throws Exception {
        return new JdbcPagingItemReaderBuilder<Leaver>()
                .name("leavers")
                .dataSource(dataSource)
                .selectClause("*")
                .fromClause("leaver")
                .whereClause("id BETWEEN :first AND :last AND " + Leavers.OPEN)
                .parameterValues(Map.of("first", first, "last", last))
                .sortKeys(Map.of("id", Order.ASCENDING))
                .pageSize(settings.largestBatch())
                .rowMapper(leavers.rowMapper())
                .saveState(false)
                .build();
    }

    private JdbcPagingItemReader<AccountChange> changes(
            AccountChanges changes, ChangePhase phase, int size, long first, long last) throws Exception {
        return new JdbcPagingItemReaderBuilder<AccountChange>()
                .name("changes")
                .dataSource(dataSource)
                .selectClause(AccountChanges.SELECT)
                .fromClause(AccountChanges.FROM)
                .whereClause("row_id BETWEEN :first AND :last AND c.phase = '" + phase + "' AND " + AccountChanges.OPEN)
                .parameterValues(Map.of("first", first, "last", last))
                .sortKeys(Map.of("row_id", Order.ASCENDING))
                .pageSize(size)
                .rowMapper(changes.rowMapper())
                .saveState(false)
                .build();
    }

    private JdbcPagingItemReader<StagedRow> rows(StagedRows rows, String state, int size, long first, long last)
            throws Exception {
        return new JdbcPagingItemReaderBuilder<StagedRow>()
                .name("rows")
                .dataSource(dataSource)
                .selectClause(StagedRows.SELECT)
                .fromClause(StagedRows.FROM)
                .whereClause("id BETWEEN :first AND :last AND " + state)
                .parameterValues(Map.of("first", first, "last", last))
                .sortKeys(Map.of("id", Order.ASCENDING))
                .pageSize(size)
                .rowMapper(rows.rowMapper())
                .saveState(false)
                .build();
    }

    private JdbcPagingItemReader<Membership> memberships(
            Memberships memberships, String condition, int size, long first, long last) throws Exception {
        return new JdbcPagingItemReaderBuilder<Membership>()
                .name("memberships")
                .dataSource(dataSource)
                .selectClause(Memberships.SELECT)
                .fromClause(Memberships.FROM)
                .whereClause("id BETWEEN :first AND :last AND " + condition)
                .parameterValues(Map.of("first", first, "last", last))
                .sortKeys(Map.of("id", Order.ASCENDING))
                .pageSize(size)
                .rowMapper(memberships.rowMapper())
                .saveState(false)
                .build();
    }
}
