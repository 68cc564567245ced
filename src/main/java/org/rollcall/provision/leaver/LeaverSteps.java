package org.rollcall.provision.leaver;

import org.rollcall.ledger.Leaver;
import org.rollcall.operation.JobSteps;
import org.rollcall.operation.RollcallSettings;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps that find those who are no longer in the roster, and take them out. */
@Configuration(proxyBeanMethods = false)
class LeaverSteps {

    private final RollcallSettings settings;
    private final JobSteps steps;

    LeaverSteps(RollcallSettings settings, JobSteps steps) {
        this.settings = settings;
        this.steps = steps;
    }

    @Bean
    Step findLeaversStep(FindLeavers tasklet) {
        return steps.tasklet("findLeavers", tasklet);
    }

    @Bean
    Step removeLeaversStep(
            Partitioner leaverRanges, JdbcPagingItemReader<Leaver> leaversToTakeOut, RemoveLeavers writer) {
        return steps.partitioned("removeLeavers", leaverRanges, settings.largestBatch(), leaversToTakeOut, writer);
    }
}
