package org.rollcall.undo;

import org.rollcall.ledger.RunState;
import org.rollcall.ledger.Runs;
import org.rollcall.report.Interruption;
import org.rollcall.report.UndoReports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.stereotype.Component;

/** Tells in the reports of a run that takes another one back how far it came when it is interrupted. */
@Component
class InterruptedUndo implements JobExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptedUndo.class);

    private final Runs runs;
    private final UndoReports reports;

    InterruptedUndo(Runs runs, UndoReports reports) {
        this.runs = runs;
        this.reports = reports;
    }

    @Override
    public void afterJob(JobExecution attempt) {
        Long id = attempt.getJobParameters().getLong("run");
        Interruption.of(attempt).ifPresent(interruption -> {
            try {
                // A plan that was not finished is made anew, under another name.
                if (id != null && runs.state(id) == RunState.APPLYING) {
                    reports.writeInterrupted(runs.find(id), interruption.began(), interruption.reason());
                }
            } catch (RuntimeException unwritable) {
                LOG.warn("The reports of an interrupted run could not be written", unwritable);
            }
        });
    }
}
