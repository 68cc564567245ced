package org.rollcall.provision;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiConsumer;
import org.rollcall.ledger.NewRun;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.Runs;
import org.rollcall.ledger.StagedRows;
import org.rollcall.operation.JobRunner;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.Site;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.report.ReportFiles;
import org.rollcall.report.RunSummaries;
import org.rollcall.roster.RosterFile;
import org.rollcall.roster.RosterReader;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.file.RosterException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.stereotype.Component;

/** Takes a roster, and begins its run or takes it up where an earlier attempt left it. */
@Component
public class Provisioning {

    /** How long the passwords of a run that was never brought to its end stay in the ledger. */
    private static final Duration PASSWORDS_KEPT = Duration.ofDays(30);

    private final Job job;
    private final JobRunner runner;
    private final Runs runs;
    private final StagedRows rows;
    private final SitePrecondition precondition;
    private final Site site;
    private final RollcallSettings settings;
    private final RosterRules rules;
    private final RunSummaries summaries;
    private final ReportFiles reports;
    private final Clock clock;

    Provisioning(
            Job provision,
            JobRunner runner,
            Runs runs,
            StagedRows rows,
            SitePrecondition precondition,
            Site site,
            RollcallSettings settings,
            RosterRules rules,
            RunSummaries summaries,
            ReportFiles reports,
            Clock clock) {
        this.job = provision;
        this.runner = runner;
        this.runs = runs;
        this.rows = rows;
        this.precondition = precondition;
        this.site = site;
        this.settings = settings;
        this.rules = rules;
        this.summaries = summaries;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * Provisions the site from a roster.
     *
     * @param onBegin told the run, and what it was begun with, before it goes to work
     * @return what the run came to
     * @throws RosterException when the file is no roster or cannot be read to its end; nothing is kept of it
     * @throws SiteUnavailableException when the site cannot be worked with; the run can be taken up again
     * @throws SettingsException when something on this machine, such as the folder of the reports, cannot be worked with
     * @throws StoppedException when the process was asked to stop; the run can be taken up again
     */
    public ProvisionResult provision(Path roster, BiConsumer<Run, NewRun> onBegin) {
        Instant began = clock.instant();
        NewRun wanted = wanted(roster);
        precondition.check();
        rows.dropPasswordsOfRunsBegunBefore(began.minus(PASSWORDS_KEPT));
        Run run = runs.resumeOrBegin(wanted);
        onBegin.accept(run, wanted);
        JobExecution execution = execute(run, roster);
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw failure(run, execution);
        }
        return new ProvisionResult(summaries.of(run, began), reports.folder(run));
    }

    private NewRun wanted(Path roster) {
        try (RosterReader reader = RosterFile.open(roster, rules)) {
            return new NewRun(
                    roster.getFileName().toString(),
                    RosterFile.sha256(roster),
                    rules.fingerprint(),
                    site.name(),
                    ProvisionJobConfiguration.JOB,
                    reader.header().names(),
                    reader.details(),
                    reader.header().problems());
        }
    }

    private JobExecution execute(Run run, Path roster) {
        JobParameters parameters = new JobParametersBuilder()
                .addString("rosterSha256", run.key().rosterSha256())
                .addString("mappingHash", run.key().mappingHash())
                .addString("site", run.key().site())
                .addString("mode", run.key().mode())
                .addLong("counter", (long) run.key().counter())
                .addLong("run", run.id(), false)
                .addString("roster", roster.toAbsolutePath().toString(), false)
                .addLocalDateTime(
                        "begun",
                        LocalDateTime.ofInstant(run.startedAt(), settings.site().timeZone()),
                        false)
                .toJobParameters();
        try {
            return runner.run(job, parameters);
        } catch (JobExecutionException unstartable) {
            throw new IllegalStateException("The run " + run.name() + " cannot be started", unstartable);
        }
    }

    private RuntimeException failure(Run run, JobExecution execution) {
        List<Throwable> failures = Failures.of(execution);
        for (Throwable failure : failures) {
            if (failure instanceof RosterException unreadable) {
                // It broke off while it was staged: the site knows nothing of it yet.
                runs.abandon(run.id());
                return unreadable;
            }
        }
        for (Throwable failure : failures) {
            if (failure instanceof SiteUnavailableException unavailable) {
                return unavailable;
            }
            if (failure instanceof SettingsException unusable) {
                return unusable;
            }
        }
        if (execution.getStatus() == BatchStatus.STOPPED) {
            return new StoppedException("The run " + run.name() + " was stopped.");
        }
        return new IllegalStateException(
                "The run " + run.name() + " ended as " + execution.getStatus(),
                failures.isEmpty() ? null : failures.get(0));
    }
}
