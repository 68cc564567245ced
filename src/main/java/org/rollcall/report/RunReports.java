package org.rollcall.report;

import java.time.Instant;
import org.rollcall.ledger.Run;
import org.springframework.stereotype.Component;

/** Writes all reports of a run but its plan, as the run stands now. They can be written again at any time. */
@Component
public class RunReports {

    private final RejectReport rejects;
    private final ProblemReport problems;
    private final LeaverReport leavers;
    private final RunSummaries summaries;
    private final SummaryReport summary;
    private final HtmlReport page;

    RunReports(
            RejectReport rejects,
            ProblemReport problems,
            LeaverReport leavers,
            RunSummaries summaries,
            SummaryReport summary,
            HtmlReport page) {
        this.rejects = rejects;
        this.problems = problems;
        this.leavers = leavers;
        this.summaries = summaries;
        this.summary = summary;
        this.page = page;
    }

    /**
     * Writes them, in place of those that may be there. Works in the caller's transaction.
     *
     * @param attemptBegan when the attempt began whose seconds are told
     * @return what the run came to
     */
    public RunSummary write(Run run, Instant attemptBegan) {
        rejects.write(run);
        problems.write(run);
        leavers.write(run);
        RunSummary now = summaries.of(run, attemptBegan);
        summary.write(run, now);
        page.write(run, now);
        return now;
    }

    /**
     * Writes those that tell how far a run came that was interrupted, and not those that people go on working with: what
     * comes back is not known before the end.
     *
     * @param reason why it was interrupted, in a sentence
     */
    public void writeInterrupted(Run run, Instant attemptBegan, String reason) {
        RunSummary now = summaries.interrupted(run, attemptBegan, reason);
        summary.write(run, now);
        page.write(run, now);
    }
}
