package org.rollcall.undo;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.AppliedRows;
import org.rollcall.ledger.Plans;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.Runs;
import org.rollcall.ledger.UndoItems;
import org.rollcall.ledger.UndoRuns;
import org.rollcall.ledger.UndoState;
import org.rollcall.operation.Attempt;
import org.rollcall.provision.SitePrecondition;
import org.rollcall.report.UndoReports;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The gate between looking and writing. It looks what of the earlier run still stands. A run whose plan is not applied stops
 * here, with the plan in its reports; one that is applied passes, each attempt anew: time may have gone by.
 */
@Component
@StepScope
class PlanUndo implements Tasklet {

    private final long runId;
    private final Runs runs;
    private final UndoRuns undoRuns;
    private final Plans plans;
    private final UndoItems items;
    private final UndoJudge judge;
    private final SitePrecondition precondition;
    private final AppliedRows applied;
    private final UndoReports reports;

    PlanUndo(
            @Value("#{jobParameters['run']}") long runId,
            Runs runs,
            UndoRuns undoRuns,
            Plans plans,
            UndoItems items,
            UndoJudge judge,
            SitePrecondition precondition,
            AppliedRows applied,
            UndoReports reports) {
        this.runId = runId;
        this.runs = runs;
        this.undoRuns = undoRuns;
        this.plans = plans;
        this.items = items;
        this.judge = judge;
        this.precondition = precondition;
        this.applied = applied;
        this.reports = reports;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        judge.judge(runId);
        requireFunctions();
        Run run = runs.find(runId);
        if (plans.isReleased(runId)) {
            // From here on the site differs from what its rows were last carried out to.
            applied.forgetUndone(runId, run.key().site());
        } else {
            reports.writePlanned(run, Attempt.of(contribution).began());
            undoRuns.planned(runId);
            // The step ends as stopped, so that it is the first to be run again when the plan is applied.
            contribution.getStepExecution().setTerminateOnly();
        }
        return RepeatStatus.FINISHED;
    }

    private void requireFunctions() {
        Set<String> functions = new TreeSet<>();
        items.counts(runId).forEach((action, states) -> {
            if (states.containsKey(UndoState.PLANNED) || states.containsKey(UndoState.SENDING)) {
                action.function().ifPresent(functions::add);
            }
        });
        if (!functions.isEmpty()) {
            precondition.require(functions);
        }
    }
}
