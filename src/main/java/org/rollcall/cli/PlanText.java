package org.rollcall.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.rollcall.cli.display.Display;
import org.rollcall.ledger.PlanAction;
import org.rollcall.ledger.RunState;
import org.rollcall.provision.PlanResult;
import org.rollcall.report.LeaverReport;
import org.rollcall.report.PlanReport;
import org.rollcall.report.RejectFile;

/** A plan on the terminal: how many changes of which kind, and where they are listed. */
final class PlanText {

    private PlanText() {}

    static void tell(Display display, PlanResult result) {
        print(display.text(), result);
        display.result(RunResults.of(result));
    }

    static void print(PrintWriter out, PlanResult result) {
        boolean changes = figures(out, result);
        out.println();
        out.println(ending(result.plan().run().name(), result.plan().state(), changes));
        out.flush();
    }

    /**
     * What it comes to, without what can be done with it.
     *
     * @return whether it changes anything
     */
    static boolean figures(PrintWriter out, PlanResult result) {
        Map<PlanAction, Long> counts = result.plan().counts();
        long rejected = result.summary().rows().rejected();
        out.println();
        SummaryText.sameFile(out, result.summary());
        line(
                out,
                "Rows",
                "%,d read, %,d unchanged, %s",
                result.summary().rows().read(),
                counts.getOrDefault(PlanAction.UNCHANGED, 0L),
                rejected == 0 ? "none rejected" : String.format(Locale.ROOT, "%,d rejected", rejected));
        String label = "Would";
        for (PlanAction action : PlanAction.values()) {
            long count = counts.getOrDefault(action, 0L);
            if (count > 0 && action.changesTheSite()) {
                line(out, label, "%-20s %,d", action.words(), count);
                label = "";
            }
        }
        long reported = counts.getOrDefault(PlanAction.REPORT_LEAVER, 0L);
        if (reported > 0) {
            line(out, "Left", "%,d reported only, see %s", reported, LeaverReport.NAME);
        }
        if (rejected > 0) {
            line(out, "Rejects", "%s", RejectFile.toMend(result.reports(), result.summary()));
        }
        if (result.plan().state() == RunState.HELD && result.summary().snapshot() != null) {
            result.summary().snapshot().held().forEach(hold -> line(out, "Held", "%s", hold.sentence()));
        }
        line(out, "Plan", "%s", result.reports().resolve(PlanReport.NAME));
        return label.isEmpty();
    }

    /** What can be done with it. */
    static String ending(String name, RunState state, boolean changes) {
        if (state == RunState.HELD) {
            return "Nothing was written to the site: the plan is held. `run.sh apply %s --approve \"REASON\"` carries it out all the same."
                    .formatted(name);
        }
        return changes
                ? "Nothing was written to the site. `run.sh apply %s` carries the plan out.".formatted(name)
                : "Nothing is to be done: the site agrees with every row that can be done.";
    }

    private static void line(PrintWriter out, String label, String format, Object... values) {
        out.printf("%-15s %s%n", label, String.format(Locale.ROOT, format, values));
    }
}
