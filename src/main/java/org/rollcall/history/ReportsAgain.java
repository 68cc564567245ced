package org.rollcall.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.ledger.RecordedRun;
import org.rollcall.ledger.Rejects;
import org.rollcall.ledger.RunState;
import org.rollcall.ledger.Runs;
import org.rollcall.operation.SettingsException;
import org.rollcall.report.PlanReport;
import org.rollcall.report.ReportFiles;
import org.rollcall.report.RunReports;
import org.rollcall.report.RunSummary;
import org.rollcall.report.SummaryReport;
import org.rollcall.report.UndoReports;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.header.RosterHeader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the reports of a run again: those of one that ended as it was then, those of an interrupted one as it is now. */
@Component
public class ReportsAgain {

    private final ReportFiles files;
    private final RunReports reports;
    private final PlanReport planReport;
    private final UndoReports undoReports;
    private final SummaryReport summaryReport;
    private final PastSummaries summaries;
    private final MendedFiles mended;
    private final Runs runs;
    private final Rejects rejects;
    private final RosterRules rules;

    ReportsAgain(
            ReportFiles files,
            RunReports reports,
            PlanReport planReport,
            UndoReports undoReports,
            SummaryReport summaryReport,
            PastSummaries summaries,
            MendedFiles mended,
            Runs runs,
            Rejects rejects,
            RosterRules rules) {
        this.files = files;
        this.reports = reports;
        this.planReport = planReport;
        this.undoReports = undoReports;
        this.summaryReport = summaryReport;
        this.summaries = summaries;
        this.mended = mended;
        this.runs = runs;
        this.rejects = rejects;
        this.rules = rules;
    }

    /**
     * What was written.
     *
     * @param whole whether that is all that the run's reports were
     * @param remarks what is to be said of them, a sentence each
     */
    public record Written(Path folder, boolean whole, List<String> remarks) {}

    /**
     * Writes the reports of a run again.
     *
     * @throws SettingsException when the ledger has nothing left that could be reported, or they cannot be written
     */
    @Transactional
    public Written write(RecordedRun past) {
        Path folder = files.folder(past.run());
        String kept = past.summary();
        if (past.isPurged() && kept != null) {
            summaryReport.write(past.run(), kept);
            return new Written(
                    folder,
                    false,
                    List.of("The personal data of the run has been purged from the ledger, so nothing but "
                            + SummaryReport.NAME + " can be written."));
        }
        if (past.isPurged() || past.state() == RunState.ABANDONED) {
            throw new SettingsException(
                    "The run %s was given up, and the ledger has nothing left of it that could be reported."
                            .formatted(past.name()));
        }
        if (past.isProgress()) {
            throw new SettingsException(
                    "The run %s is a report of progress, and what it was made of is kept only until it is written; `run.sh progress` makes a new one."
                            .formatted(past.name()));
        }
        if (past.isUndo()) {
            undoReports.write(past.run(), summaries.ofUndo(past), state(past));
            return new Written(folder, true, List.of());
        }
        List<String> remarks = new ArrayList<>(mended.spared(folder, () -> writeAll(past)));
        remarks.addAll(missing(past, folder));
        return new Written(folder, true, remarks);
    }

    private static RunSummary.State state(RecordedRun past) {
        return switch (past.state()) {
            case DONE -> RunSummary.State.DONE;
            case PLANNED, HELD -> RunSummary.State.PLANNED;
            case UNFINISHED, APPLYING, ABANDONED -> RunSummary.State.INTERRUPTED;
        };
    }

    private void writeAll(RecordedRun past) {
        if (past.state() == RunState.PLANNED || past.state() == RunState.HELD) {
            planReport.write(past.run());
        }
        reports.write(past.run(), summaries.of(past));
    }

    private List<String> missing(RecordedRun past, Path folder) {
        List<String> remarks = new ArrayList<>();
        long run = past.run().id();
        RunSummary summary = summaries.of(past);
        RosterHeader header = RosterHeader.accepted(runs.header(run), rules.names());
        if (summary.rows().rejected() > 0 && header.holdsPasswords() && !rejects.havePasswords(run)) {
            remarks.add("The rejects lack the passwords that they came with: those leave the ledger when a run ends.");
            long sealed = rejects.sealedAway(run);
            if (sealed > 0) {
                remarks.add("%,d of them had cells in the wrong columns, which are gone for the same reason."
                        .formatted(sealed));
            }
        }
        boolean carriedOut = past.state() == RunState.DONE || past.state() == RunState.APPLYING;
        if (carriedOut && Files.notExists(folder.resolve(PlanReport.NAME))) {
            remarks.add(PlanReport.NAME + " cannot be written again once a plan has been carried out.");
        }
        return remarks;
    }
}
