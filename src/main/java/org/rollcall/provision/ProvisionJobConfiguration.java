package org.rollcall.provision;

import org.rollcall.operation.JobSteps;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The main job, from the file to the reports. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ProvisionJobConfiguration {

    /** The job's name. */
    public static final String JOB = "provision";

    private final JobSteps steps;

    ProvisionJobConfiguration(JobSteps steps) {
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
    Step makePlanStep(MakePlan tasklet) {
        return steps.tasklet("makePlan", tasklet);
    }

    @Bean
    Step writeReportsStep(WriteReports tasklet) {
        return steps.tasklet("writeReports", tasklet);
    }
}
