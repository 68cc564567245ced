package org.rollcall.provision;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.rollcall.ledger.Holds;
import org.rollcall.ledger.NewRun;
import org.rollcall.ledger.Plans;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.RunState;
import org.rollcall.ledger.Runs;
import org.rollcall.operation.RunExecution;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.operation.StoppedException;
import org.rollcall.report.ReportFiles;
import org.rollcall.report.RunSummaries;
import org.rollcall.roster.file.RosterException;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Takes a roster, and begins its run or takes it up where an earlier attempt left it. */
@Component
public class Provisioning {

    private final RosterRuns rosters;
    private final Runs runs;
    private final Plans plans;
    private final Holds holds;
    private final Job job;
    private final RunExecution execution;
    private final RunSummaries summaries;
    private final ReportFiles reports;
    private final Clock clock;

    Provisioning(
            RosterRuns rosters,
            Runs runs,
            Plans plans,
            Holds holds,
            Job provision,
            RunExecution execution,
            RunSummaries summaries,
            ReportFiles reports,
            Clock clock) {
        this.rosters = rosters;
        this.runs = runs;
        this.plans = plans;
        this.holds = holds;
        this.job = provision;
        this.execution = execution;
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
     * @throws HeldException when it would take out more people than it may without somebody's approval
     * @throws StoppedException when the process was asked to stop; the run can be taken up again
     */
    public ProvisionResult provision(Path roster, BiConsumer<Run, NewRun> onBegin) {
        Instant began = clock.instant();
        NewRun wanted = rosters.wanted(roster, ProvisionJobConfiguration.JOB);
        Run run = runs.resumeOrBegin(wanted);
        onBegin.accept(run, wanted);
        if (!execution.carryOut(job, run, roster.toAbsolutePath().toString())) {
            requireNotHeld(run, began);
            throw StoppedException.of(run);
        }
        return new ProvisionResult(summaries.of(run, began), reports.folder(run));
    }

    private void requireNotHeld(Run run, Instant began) {
        plans.find(run.name())
                .filter(plan -> plan.state() == RunState.HELD)
                .map(plan -> new PlanResult(plan, summaries.of(run, began), reports.folder(run)))
                .ifPresent(plan -> {
                    throw HeldException.of(run, holds.of(run.id()), plan);
                });
    }
}
