package org.rollcall.provision;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Holds;
import org.rollcall.ledger.NewRun;
import org.rollcall.ledger.Plan;
import org.rollcall.ledger.Plans;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.RunState;
import org.rollcall.ledger.Runs;
import org.rollcall.operation.PlanSettings;
import org.rollcall.operation.RunExecution;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.Site;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.operation.StoppedException;
import org.rollcall.report.ReportFiles;
import org.rollcall.report.RunSummaries;
import org.rollcall.roster.file.RosterException;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Plans what a roster would change on the site, and applies such a plan later. */
@Component
public class Planning {

    private final RosterRuns rosters;
    private final Runs runs;
    private final Plans plans;
    private final Holds holds;
    private final PlanSettings settings;
    private final Site site;
    private final Job job;
    private final RunExecution execution;
    private final RunSummaries summaries;
    private final ReportFiles reports;
    private final Clock clock;

    Planning(
            RosterRuns rosters,
            Runs runs,
            Plans plans,
            Holds holds,
            PlanSettings settings,
            Site site,
            Job provision,
            RunExecution execution,
            RunSummaries summaries,
            ReportFiles reports,
            Clock clock) {
        this.rosters = rosters;
        this.runs = runs;
        this.plans = plans;
        this.holds = holds;
        this.settings = settings;
        this.site = site;
        this.job = provision;
        this.execution = execution;
        this.summaries = summaries;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * Plans what a roster would change. Nothing is written to the site.
     *
     * @param onBegin told the run, and what it was begun with, before it goes to work
     * @return the plan
     * @throws RosterException when the file is no roster or cannot be read to its end; nothing is kept of it
     * @throws SiteUnavailableException when the site cannot be worked with; the planning can be taken up again
     * @throws SettingsException when something on this machine cannot be worked with
     * @throws StoppedException when the process was asked to stop; the planning can be taken up again
     */
    public PlanResult plan(Path roster, BiConsumer<Run, NewRun> onBegin) {
        Instant began = clock.instant();
        NewRun wanted = rosters.wanted(roster, Plans.MODE);
        Run run = runs.resumeOrBegin(wanted);
        onBegin.accept(run, wanted);
        execution.carryOut(job, run, roster.toAbsolutePath().toString());
        Plan plan = find(run.name());
        if (plan.state() != RunState.PLANNED && plan.state() != RunState.HELD) {
            throw StoppedException.of(run);
        }
        return new PlanResult(plan, summaries.of(run, began), reports.folder(run));
    }

    /**
     * Carries a plan out, and nothing else. Its roster is not read again.
     *
     * @param name the plan's name
     * @param approval why it is to be carried out although it is held, or null
     * @param onBegin told the run before it goes to work
     * @return what the run came to
     * @throws SettingsException when there is no such plan to be applied, or when it was made for another site or under
     *     other settings; nothing is done then
     * @throws HeldException when it is held and nobody approves of it
     * @throws SiteUnavailableException when the site cannot be worked with; the run can be taken up again
     * @throws StoppedException when the process was asked to stop; the run can be taken up again
     */
    public ProvisionResult apply(String name, @Nullable String approval, Consumer<Run> onBegin) {
        Instant began = clock.instant();
        Plan plan = find(name);
        requireApplicable(plan, began);
        if (plan.state() == RunState.HELD && approval == null) {
            throw HeldException.of(plan.run(), holds.of(plan.run().id()), null);
        }
        rosters.requireSite();
        if (plan.state() == RunState.HELD && approval != null) {
            holds.approve(plan.run().id(), System.getProperty("user.name", ""), approval);
        }
        plans.release(plan.run().id());
        onBegin.accept(plan.run());
        if (!execution.carryOut(job, plan.run(), plan.run().rosterName())) {
            throw StoppedException.of(plan.run());
        }
        return new ProvisionResult(summaries.of(plan.run(), began), reports.folder(plan.run()));
    }

    /** Whether a plan has been waiting for so long that it cannot be applied any more. */
    public static boolean isTooOld(Run run, Instant now) {
        return run.startedAt().plus(RosterRuns.PASSWORDS_KEPT).isBefore(now);
    }

    private Plan find(String name) {
        return plans.find(name).orElseThrow(() -> {
            List<String> waiting = plans.waiting();
            return new SettingsException("There is no plan %s; %s"
                    .formatted(
                            name,
                            waiting.isEmpty()
                                    ? "none waits to be applied. `plan ROSTER` makes one."
                                    : "these wait to be applied: " + String.join(", ", waiting) + "."));
        });
    }

    private void requireApplicable(Plan plan, Instant now) {
        String name = plan.run().name();
        switch (plan.state()) {
            case UNFINISHED ->
                throw new SettingsException("The plan %s was not finished; give `plan %s` again."
                        .formatted(name, plan.run().rosterName()));
            case DONE -> throw new SettingsException("The plan %s has been applied already.".formatted(name));
            case ABANDONED ->
                throw new SettingsException("The plan %s is no longer there: a newer plan of %s took its place."
                        .formatted(name, plan.run().rosterName()));
            case PLANNED, HELD, APPLYING -> {}
        }
        if (!plan.run().key().site().equals(site.name())) {
            throw new SettingsException("The plan %s is for %s, and the settings name %s; nothing was done."
                    .formatted(name, plan.run().key().site(), site.name()));
        }
        List<String> changed = settings.changedSince(plan.settings());
        if (!changed.isEmpty()) {
            throw new SettingsException("Since the plan %s was made these settings have changed: %s; make a new plan."
                    .formatted(name, String.join(", ", changed)));
        }
        if (isTooOld(plan.run(), now)) {
            throw new SettingsException("The plan %s is more than %d days old; make a new plan."
                    .formatted(name, RosterRuns.PASSWORDS_KEPT.toDays()));
        }
    }
}
