package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Installation;
import org.rollcall.operation.Home;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** Spring Batch keeps its state in memory unless it is told otherwise, and then nothing can be taken up again. */
@DisplayName("The job state")
class JobStateTest {

    private static final String JOB = "provision";

    @TempDir
    private Path home;

    @Test
    void isSeenByTheProcessesAfterTheOneThatWroteIt() throws Exception {
        try (Installation installation = Installation.in(home)) {
            Path roster = installation.roster(
                    "roster.csv",
                    List.of(
                            "username,firstname,lastname,email,password",
                            "ada,Ada,Lovelace,ada@example.edu,Passw0rd-1"));
            assertThat(installation
                            .commandInChild(List.of(), JOB, roster.toString())
                            .exitCode())
                    .isZero();
            assertThat(executions()).singleElement().satisfies(JobStateTest::assertComplete);

            assertThat(installation
                            .commandInChild(List.of(), JOB, roster.toString())
                            .exitCode())
                    .isZero();
            assertThat(executions()).hasSize(2).allSatisfy(JobStateTest::assertComplete);
        }
    }

    private static void assertComplete(JobExecution execution) {
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(execution.getStepExecutions())
                .extracting(StepExecution::getStepName)
                .contains("stageRoster", "matchUsers", "writeReports");
    }

    /** Every execution that this process, which has run no job, finds in the state. */
    private List<JobExecution> executions() {
        try (RollcallContext parts = RollcallContext.open(new Home(home), Map.of(), List.of())) {
            JobRepository repository = parts.get(JobRepository.class);
            List<JobInstance> instances = repository.getJobInstances(JOB, 0, 10);
            return instances.stream()
                    .map(repository::getJobExecutions)
                    .flatMap(Collection::stream)
                    .toList();
        }
    }
}
