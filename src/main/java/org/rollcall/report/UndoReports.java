package org.rollcall.report;

import java.time.Instant;
import org.rollcall.ledger.Run;
import org.springframework.stereotype.Component;

/** Writes all reports of a run that takes an earlier one back. */
@Component
public class UndoReports {

    private final UndoReport lines;
    private final UndoSummaries summaries;
    private final SummaryReport summary;
    private final UndoHtmlReport page;

    UndoReports(UndoReport lines, UndoSummaries summaries, SummaryReport summary, UndoHtmlReport page) {
        this.lines = lines;
        this.summaries = summaries;
        this.summary = summary;
        this.page = page;
    }

    /** Writes them as the run stands with its plan. */
    public void writePlanned(Run run, Instant attemptBegan) {
        write(run, attemptBegan, new UndoHtmlReport.Ending(RunSummary.State.PLANNED, ""));
    }

    /** Writes them as the run stands at its end. */
    public void writeDone(Run run, Instant attemptBegan) {
        write(run, attemptBegan, new UndoHtmlReport.Ending(RunSummary.State.DONE, ""));
    }

    /**
     * Writes them as far as the run came.
     *
     * @param reason why it was interrupted, in a sentence
     */
    public void writeInterrupted(Run run, Instant attemptBegan, String reason) {
        write(run, attemptBegan, new UndoHtmlReport.Ending(RunSummary.State.INTERRUPTED, reason));
    }

    private void write(Run run, Instant attemptBegan, UndoHtmlReport.Ending ending) {
        lines.write(run);
        UndoSummary now = summaries.of(run, attemptBegan);
        summary.write(run, now);
        page.write(run, now, ending);
    }
}
