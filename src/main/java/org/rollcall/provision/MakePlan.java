package org.rollcall.provision;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Hold;
import org.rollcall.ledger.Holds;
import org.rollcall.ledger.PlanAction;
import org.rollcall.ledger.Plans;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.RunState;
import org.rollcall.ledger.Runs;
import org.rollcall.operation.Attempt;
import org.rollcall.report.PlanReport;
import org.rollcall.report.RunReports;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The gate between looking and writing. A run that is to end with its plan, or whose plan passes a threshold, stops here,
 * with the plan and what it would reject in its reports; once that plan is applied the run goes on from here. Any other run
 * passes.
 */
@Component
@StepScope
class MakePlan implements Tasklet {

    private final long runId;
    private final Runs runs;
    private final Plans plans;
    private final PlanSettings settings;
    private final Thresholds thresholds;
    private final Holds holds;
    private final PlanReport planReport;
    private final RunReports reports;

    MakePlan(
            @Value("#{jobParameters['run']}") long runId,
            Runs runs,
            Plans plans,
            PlanSettings settings,
            Thresholds thresholds,
            Holds holds,
            PlanReport planReport,
            RunReports reports) {
        this.runId = runId;
        this.runs = runs;
        this.plans = plans;
        this.settings = settings;
        this.thresholds = thresholds;
        this.holds = holds;
        this.planReport = planReport;
        this.reports = reports;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (plans.isReleased(runId)) {
            return RepeatStatus.FINISHED;
        }
        Run run = runs.find(runId);
        List<Hold> passed = thresholds.passedBy(run);
        if (run.key().mode().equals(Plans.MODE) || !passed.isEmpty()) {
            Map<PlanAction, Long> counts = planReport.write(run);
            plans.made(passed.isEmpty() ? RunState.PLANNED : RunState.HELD, runId, counts, settings.byName());
            holds.found(runId, passed);
            reports.write(run, Attempt.of(contribution).began());
            plans.supersede(run);
            // The step ends as stopped, so that it is the first to be run again when the plan is applied.
            contribution.getStepExecution().setTerminateOnly();
        }
        return RepeatStatus.FINISHED;
    }
}
