package org.rollcall.provision.group;

import org.rollcall.ledger.Membership;
import org.rollcall.operation.JobSteps;
import org.rollcall.operation.RollcallSettings;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps that put people into groups of courses. */
@Configuration(proxyBeanMethods = false)
class GroupSteps {

    private final RollcallSettings settings;
    private final JobSteps steps;

    GroupSteps(RollcallSettings settings, JobSteps steps) {
        this.settings = settings;
        this.steps = steps;
    }

    @Bean
    Step matchGroupsOfParticipantsStep(MatchGroups tasklet) {
        return steps.tasklet(MatchGroups.OF_PARTICIPANTS, tasklet);
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
}
