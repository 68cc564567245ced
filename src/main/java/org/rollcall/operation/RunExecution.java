package org.rollcall.operation;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.Runs;
import org.rollcall.moodle.CallsEndedException;
import org.rollcall.roster.file.RosterException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.stereotype.Component;

/** Carries a run out as an execution of its job, from wherever an earlier one left it. */
@Component
public class RunExecution {

    private final JobRunner runner;
    private final Runs runs;
    private final RollcallSettings settings;

    RunExecution(JobRunner runner, Runs runs, RollcallSettings settings) {
        this.runner = runner;
        this.runs = runs;
        this.settings = settings;
    }

    /**
     * Carries a run out.
     *
     * @param roster where its file lies, or its name where it has been staged already
     * @return whether it came to its end; false where it was stopped, at its plan or by request
     * @throws RosterException when the file cannot be read to its end; nothing is kept of it
     * @throws SiteUnavailableException when the site cannot be worked with; the run can be taken up again
     * @throws SettingsException when something on this machine cannot be worked with
     */
    public boolean carryOut(Job job, Run run, String roster) {
        return carryOut(job, run, roster, Map.of());
    }

    /**
     * Carries a run out.
     *
     * @param more further parameters of the job by their names, which another attempt may be given otherwise
     */
    public boolean carryOut(Job job, Run run, String roster, Map<String, String> more) {
        JobExecution execution = execute(job, run, roster, more);
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return true;
        }
        List<Throwable> failures = Failures.of(execution);
        if (failures.stream().anyMatch(CallsEndedException.class::isInstance)) {
            return false;
        }
        throwWhatIsKnown(run, failures);
        if (execution.getStatus() == BatchStatus.STOPPED) {
            return false;
        }
        throw new IllegalStateException(
                "The run " + run.name() + " ended as " + execution.getStatus(),
                failures.isEmpty() ? null : failures.get(0));
    }

    private JobExecution execute(Job job, Run run, String roster, Map<String, String> more) {
        JobParametersBuilder parameters = new JobParametersBuilder()
                .addString("rosterSha256", run.key().rosterSha256())
                .addString("mappingHash", run.key().mappingHash())
                .addString("site", run.key().site())
                .addString("mode", run.key().mode())
                .addLong("counter", (long) run.key().counter())
                .addLong("run", run.id(), false)
                .addString("roster", roster, false)
                .addLocalDateTime(
                        "begun",
                        LocalDateTime.ofInstant(run.startedAt(), settings.site().timeZone()),
                        false);
        more.forEach((name, value) -> parameters.addString(name, value, false));
        try {
            return runner.run(job, parameters.toJobParameters());
        } catch (JobExecutionException unstartable) {
            throw new IllegalStateException("The run " + run.name() + " cannot be started", unstartable);
        }
    }

    private void throwWhatIsKnown(Run run, List<Throwable> failures) {
        for (Throwable failure : failures) {
            if (failure instanceof RosterException unreadable) {
                // It broke off while it was staged: the site knows nothing of it yet.
                runs.abandon(run.id());
                throw unreadable;
            }
        }
        for (Throwable failure : failures) {
            if (failure instanceof SiteUnavailableException unavailable) {
                throw unavailable;
            }
            if (failure instanceof SettingsException unusable) {
                throw unusable;
            }
        }
    }
}
