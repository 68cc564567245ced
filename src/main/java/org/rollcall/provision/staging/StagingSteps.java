package org.rollcall.provision.staging;

import org.rollcall.operation.JobSteps;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps that bring a roster into the ledger. */
@Configuration(proxyBeanMethods = false)
class StagingSteps {

    /** Rows are held until they are committed; larger chunks were no quicker, and take more memory. */
    private static final int STAGING_CHUNK = 2_000;

    private final JobSteps steps;

    StagingSteps(JobSteps steps) {
        this.steps = steps;
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
    Step settleRepeatedStep(SettleRepeated tasklet) {
        return steps.tasklet("settleRepeated", tasklet);
    }
}
