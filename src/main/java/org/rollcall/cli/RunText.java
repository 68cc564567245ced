package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.rollcall.history.KnownRuns;
import org.rollcall.history.PastSummaries;
import org.rollcall.ledger.Approval;
import org.rollcall.ledger.Plan;
import org.rollcall.ledger.Plans;
import org.rollcall.ledger.RecordedRun;
import org.rollcall.ledger.RunHistory;
import org.rollcall.ledger.RunState;
import org.rollcall.progress.ProgressResult;
import org.rollcall.progress.report.ProgressSummary;
import org.rollcall.provision.PlanResult;
import org.rollcall.provision.ProvisionResult;
import org.rollcall.report.ReportFiles;
import org.rollcall.report.RunSummary;
import org.rollcall.undo.UndoResult;
import tools.jackson.databind.json.JsonMapper;

/** A run of the past on the terminal. */
final class RunText {

    private static final int WIDEST = 60;

    private final PrintWriter out;
    private final RollcallContext parts;

    RunText(PrintWriter out, RollcallContext parts) {
        this.out = out;
        this.parts = parts;
    }

    void print(RecordedRun past) {
        Path reports = parts.get(ReportFiles.class).folder(past.run());
        announce(past);
        boolean changes = true;
        if (past.isUndo()) {
            UndoText.print(
                    out,
                    new UndoResult(past.run(), parts.get(PastSummaries.class).ofUndo(past), reports));
        } else if (past.isProgress()) {
            progress(past, reports);
        } else if (past.state() != RunState.ABANDONED) {
            RunSummary summary = parts.get(PastSummaries.class).of(past);
            changes = figures(past, summary, reports);
            problems(summary);
            approval(past, summary);
            out.println();
        }
        boolean reported = past.isProgress() || Files.isDirectory(reports);
        String takenBackBy =
                parts.get(RunHistory.class).takenBackBy(past.run().id()).orElse(null);
        NextSteps.of(
                        parts.get(KnownRuns.class).listed(past),
                        changes,
                        reported,
                        takenBackBy,
                        parts.get(Clock.class).instant())
                .forEach(out::println);
    }

    private void progress(RecordedRun past, Path reports) {
        if (past.summary() != null) {
            ProgressSummary summary = parts.get(JsonMapper.class).readValue(past.summary(), ProgressSummary.class);
            ProgressText.print(out, new ProgressResult(past.run(), summary, reports), null);
            out.println();
        }
    }

    private void announce(RecordedRun past) {
        boolean planned = past.state() == RunState.PLANNED || past.state() == RunState.HELD;
        if (past.isProgress()) {
            ProgressText.announce(out, past.run(), "Report");
        } else if (past.undoes() == null) {
            RunAnnouncement.print(out, planned ? "Plan" : "Run", past.run());
        } else {
            UndoText.announce(out, "Undo", past.run(), past.undoes());
        }
        StringBuilder line = new StringBuilder("  ");
        String state = RunWords.state(parts.get(KnownRuns.class).listed(past));
        line.append(state.substring(0, 1).toUpperCase(Locale.ROOT)).append(state.substring(1));
        line.append("; began ").append(RunWords.time(past.run().startedAt()));
        if (past.endedAt() != null) {
            line.append(", ended ").append(RunWords.time(past.endedAt()));
        }
        out.println(line);
    }

    /** @return whether a plan changes anything; true where there is none to be applied */
    private boolean figures(RecordedRun past, RunSummary summary, Path reports) {
        if (past.state() == RunState.PLANNED || past.state() == RunState.HELD) {
            Plan plan = parts.get(Plans.class).find(past.name()).orElseThrow();
            return PlanText.figures(out, new PlanResult(plan, summary, reports));
        }
        SummaryText.print(out, new ProvisionResult(summary, reports));
        return true;
    }

    private void problems(RunSummary summary) {
        if (summary.problems().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(List.of("Count", "", "Problem"), WIDEST);
        summary.problems()
                .forEach(problem -> table.add(List.of(
                        RunWords.number(problem.count()),
                        problem.severity().name().toLowerCase(Locale.ROOT),
                        problem.code())));
        out.println();
        table.print(out);
    }

    /** The thresholds of a plan that is still held stand among its figures. */
    private void approval(RecordedRun past, RunSummary summary) {
        RunSummary.Snapshot snapshot = summary.snapshot();
        if (snapshot == null || past.state() == RunState.HELD || snapshot.held().isEmpty()) {
            return;
        }
        out.println();
        snapshot.held().forEach(hold -> out.printf("%-15s %s%n", "Was held", hold.sentence()));
        Approval approval = snapshot.approval();
        if (approval != null) {
            String by = approval.by().isEmpty() ? "" : " by " + TextTable.printable(approval.by());
            String why = approval.reason().isEmpty() ? "" : ": " + TextTable.printable(approval.reason());
            out.printf("%-15s %s%s%s%n", "Approved", RunWords.time(approval.at()), by, why);
        }
    }
}
