package org.rollcall.provision.membership;

import org.rollcall.ledger.Membership;
import org.rollcall.operation.JobSteps;
import org.rollcall.operation.RollcallSettings;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps that bring people into cohorts and courses. */
@Configuration(proxyBeanMethods = false)
class MembershipSteps {

    private final RollcallSettings settings;
    private final JobSteps steps;

    MembershipSteps(RollcallSettings settings, JobSteps steps) {
        this.settings = settings;
        this.steps = steps;
    }

    @Bean
    Step recognizeUnchangedStep(RecognizeUnchanged tasklet) {
        return steps.tasklet("recognizeUnchanged", tasklet);
    }

    @Bean
    Step matchMembershipsStep(MatchMemberships tasklet) {
        return steps.tasklet("matchMemberships", tasklet);
    }

    @Bean
    Step createCohortsStep(CreateCohorts tasklet) {
        return steps.tasklet("createCohorts", tasklet);
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
}
