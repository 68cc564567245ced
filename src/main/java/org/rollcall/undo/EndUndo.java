package org.rollcall.undo;

import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.AppliedRows;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.Runs;
import org.rollcall.operation.Attempt;
import org.rollcall.report.UndoReports;
import org.rollcall.report.UndoSummaries;
import org.rollcall.report.UndoSummary;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the reports, and ends the run. What was taken back does not count as carried out any more. */
@Component
@StepScope
class EndUndo implements Tasklet {

    private final long runId;
    private final Runs runs;
    private final AppliedRows applied;
    private final UndoReports reports;
    private final UndoSummaries summaries;

    EndUndo(
            @Value("#{jobParameters['run']}") long runId,
            Runs runs,
            AppliedRows applied,
            UndoReports reports,
            UndoSummaries summaries) {
        this.runId = runId;
        this.runs = runs;
        this.applied = applied;
        this.reports = reports;
        this.summaries = summaries;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        Run run = runs.find(runId);
        UndoSummary summary = summaries.of(run, run.startedAt());
        if (summary.planned() > 0) {
            throw new IllegalStateException("Items were left without a verdict: " + summary.planned());
        }
        reports.writeDone(run, Attempt.of(contribution).began());
        applied.forgetUndone(runId, run.key().site());
        runs.complete(runId);
        return RepeatStatus.FINISHED;
    }
}
