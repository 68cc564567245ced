package org.rollcall.provision;

import org.rollcall.ledger.ChangePhase;
import org.rollcall.ledger.IdRange;
import org.rollcall.ledger.Leavers;
import org.rollcall.ledger.Memberships;
import org.rollcall.ledger.StagedRows;
import org.rollcall.ledger.Wishes;
import org.rollcall.operation.IdRangePartitioner;
import org.rollcall.operation.RollcallSettings;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ranges of keys in the ledger that the partitions of a step go through. */
@Configuration(proxyBeanMethods = false)
class LedgerRanges {

    private static final int SMALLEST_PARTITION = 250;

    private final RollcallSettings settings;

    LedgerRanges(RollcallSettings settings) {
        this.settings = settings;
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
    Partitioner leaverRanges(@Value("#{jobParameters['run']}") long run, Leavers leavers) {
        return new IdRangePartitioner(() -> leavers.idsToTakeOut(run), smallestPartition());
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
}
