package org.rollcall.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollcall.cli.display.RunResult;
import org.rollcall.ledger.RunState;
import org.rollcall.progress.ProgressResult;
import org.rollcall.provision.PlanResult;
import org.rollcall.provision.ProvisionResult;
import org.rollcall.report.LeaverReport;
import org.rollcall.report.RejectReport;
import org.rollcall.report.RunSummary;
import org.rollcall.report.UndoReport;
import org.rollcall.report.UndoSummary;
import org.rollcall.undo.UndoResult;

/** What came of runs, for programs and for those who want to know as little as possible. */
final class RunResults {

    private RunResults() {}

    static RunResult of(ProvisionResult result) {
        RunSummary summary = result.summary();
        ExitCode code = summary.hasRejects() ? ExitCode.REJECTS : ExitCode.DONE;
        List<String> toKnow = rejects(summary, result.reports());
        RunSummary.Snapshot left = summary.snapshot();
        if (left != null && left.failed() > 0) {
            toKnow.add(text(
                    "%s: %,d who should have left did not; they stand in %s.",
                    summary.roster(), left.failed(), result.reports().resolve(LeaverReport.NAME)));
        }
        return new RunResult(code.number(), result.reports(), summary, Map.of(), toKnow);
    }

    static RunResult of(PlanResult result) {
        RunSummary summary = result.summary();
        List<String> toKnow = rejects(summary, result.reports());
        String name = result.plan().run().name();
        long changes = result.plan().counts().entrySet().stream()
                .filter(entry -> entry.getKey().changesTheSite())
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (result.plan().state() == RunState.HELD) {
            toKnow.add(text(
                    "%s: the plan %s is held; `run.sh apply %s --approve \"REASON\"` carries it out all the same.",
                    summary.roster(), name, name));
        } else if (changes > 0) {
            toKnow.add(text(
                    "%s: %,d changes are planned; `run.sh apply %s` carries them out.",
                    summary.roster(), changes, name));
        }
        return new RunResult(
                ending(result).number(),
                result.reports(),
                summary,
                Map.copyOf(result.plan().counts()),
                toKnow);
    }

    /** How planning ends, as far as this plan goes. */
    static ExitCode ending(PlanResult result) {
        if (result.plan().state() == RunState.HELD) {
            return ExitCode.HELD;
        }
        return result.summary().rows().rejected() > 0 ? ExitCode.REJECTS : ExitCode.DONE;
    }

    static RunResult of(UndoResult result) {
        UndoSummary summary = result.summary();
        List<String> toKnow = new ArrayList<>();
        if (summary.leavesAny()) {
            toKnow.add(text(
                    "%s: %,d of %,d things stay; %s tells why.",
                    summary.undoes(),
                    summary.kept() + summary.refused(),
                    summary.items(),
                    result.reports().resolve(UndoReport.NAME)));
        }
        if (summary.planned() > 0) {
            toKnow.add(text(
                    "%s: %,d things can be taken back; `run.sh apply %s` does it.",
                    summary.undoes(), summary.planned(), summary.run()));
        }
        return new RunResult(UndoText.ending(result).number(), result.reports(), summary, Map.of(), toKnow);
    }

    static RunResult of(ProgressResult result) {
        return new RunResult(ExitCode.DONE.number(), result.reports(), result.summary(), Map.of(), List.of());
    }

    private static List<String> rejects(RunSummary summary, Path reports) {
        List<String> toKnow = new ArrayList<>();
        if (summary.rows().rejected() > 0) {
            toKnow.add(text(
                    "%s: %,d of %,d rows came back; they are in %s.",
                    summary.roster(),
                    summary.rows().rejected(),
                    summary.rows().read(),
                    reports.resolve(RejectReport.NAME)));
        }
        return toKnow;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
