package org.rollcall.provision;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.AccountChanges;
import org.rollcall.ledger.AppliedRows;
import org.rollcall.ledger.Leavers;
import org.rollcall.ledger.RowState;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.Runs;
import org.rollcall.ledger.StagedRows;
import org.rollcall.operation.Attempt;
import org.rollcall.report.RunReports;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the reports, and ends the run: its passwords leave the ledger, and the same roster begins a new run. */
@Component
@StepScope
class WriteReports implements Tasklet {

    private final long runId;
    private final Runs runs;
    private final StagedRows rows;
    private final AppliedRows applied;
    private final PlanSettings settings;
    private final AccountChanges changes;
    private final Leavers leavers;
    private final RunReports reports;

    WriteReports(
            @Value("#{jobParameters['run']}") long runId,
            Runs runs,
            StagedRows rows,
            AppliedRows applied,
            PlanSettings settings,
            AccountChanges changes,
            Leavers leavers,
            RunReports reports) {
        this.runId = runId;
        this.runs = runs;
        this.rows = rows;
        this.applied = applied;
        this.settings = settings;
        this.changes = changes;
        this.leavers = leavers;
        this.reports = reports;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        requireVerdicts();
        Run run = runs.find(runId);
        reports.write(run, Attempt.of(contribution).began());
        applied.forgetLeavers(runId, run.key().site());
        applied.record(runId, run.key().site(), settings.ofRowsInOneText());
        rows.dropPasswords(runId);
        runs.complete(runId);
        return RepeatStatus.FINISHED;
    }

    /** Reports of a run that lost rows on its way would look like those of a good one. */
    private void requireVerdicts() {
        Map<RowState, Long> left = new EnumMap<>(RowState.class);
        left.putAll(rows.counts(runId));
        left.keySet().retainAll(EnumSet.of(RowState.STAGED, RowState.FAULTY, RowState.TO_CREATE, RowState.SENDING));
        if (!left.isEmpty()) {
            throw new IllegalStateException("Rows were left without a verdict: " + left);
        }
        long leaversLeft = leavers.open(runId);
        if (leaversLeft > 0) {
            throw new IllegalStateException("Leavers were left without a verdict: " + leaversLeft);
        }
        long changesLeft = changes.open(runId);
        if (changesLeft > 0) {
            throw new IllegalStateException("Changes of accounts were left without a verdict: " + changesLeft);
        }
    }
}
