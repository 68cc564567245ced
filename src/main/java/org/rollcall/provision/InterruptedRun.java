package org.rollcall.provision;

import java.util.EnumSet;
import java.util.Set;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.RunState;
import org.rollcall.ledger.Runs;
import org.rollcall.report.Interruption;
import org.rollcall.report.RunReports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.stereotype.Component;

/** Tells in the reports of a run how far it came when it is interrupted. The run stays as it is, and so does its failure. */
@Component
class InterruptedRun implements JobExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptedRun.class);

    private static final Set<RunState> ON_THE_WAY = EnumSet.of(RunState.UNFINISHED, RunState.APPLYING);

    private final Runs runs;
    private final RunReports reports;

    InterruptedRun(Runs runs, RunReports reports) {
        this.runs = runs;
        this.reports = reports;
    }

    @Override
    public void afterJob(JobExecution attempt) {
        Interruption.of(attempt).ifPresent(interruption -> {
            try {
                tell(attempt, interruption);
            } catch (RuntimeException unwritable) {
                LOG.warn("The reports of an interrupted run could not be written", unwritable);
            }
        });
    }

    private void tell(JobExecution attempt, Interruption interruption) {
        Long id = attempt.getJobParameters().getLong("run");
        if (id != null && ON_THE_WAY.contains(runs.state(id))) {
            Run run = runs.find(id);
            reports.writeInterrupted(run, interruption.began(), interruption.reason());
        }
    }
}
