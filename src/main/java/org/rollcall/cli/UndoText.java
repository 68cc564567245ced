package org.rollcall.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.rollcall.cli.display.Display;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.UndoAction;
import org.rollcall.ledger.UndoState;
import org.rollcall.report.UndoReport;
import org.rollcall.report.UndoSummary;
import org.rollcall.undo.UndoResult;
import org.rollcall.undo.Undoing;

/** Taking a run back, as the terminal shows it. */
final class UndoText {

    private UndoText() {}

    static void announce(Display display, String what, Run undo, String undone) {
        display.begins(undo);
        announce(display.text(), what, undo, undone);
    }

    static void announce(PrintWriter out, String what, Run undo, String undone) {
        out.printf("%s %s: takes back %s%n", what, undo.name(), undone);
        out.flush();
    }

    /**
     * Carries out what was planned, and tells of it.
     *
     * @return the number that the command ends with
     */
    static int applied(Display display, Undoing undoing, String undo, Mailing mailing) {
        UndoResult result = mailing.working(
                undo,
                () -> undoing.apply(undo, run -> {
                    mailing.began(run);
                    RunAnnouncement.tell(display, "Applying", run);
                }));
        print(display.text(), result);
        display.result(RunResults.of(result));
        mailing.tell(result.summary(), result.reports());
        return ending(result).number();
    }

    /**
     * Tells what can be taken back.
     *
     * @return the number that the command ends with
     */
    static int planned(Display display, UndoResult planned) {
        PrintWriter out = display.text();
        print(out, planned);
        out.println(
                planned.summary().planned() == 0
                        ? "Nothing is to be taken back."
                        : "Nothing was written to the site. `run.sh apply %s` takes it back."
                                .formatted(planned.run().name()));
        out.flush();
        display.result(RunResults.of(planned));
        return ending(planned).number();
    }

    static ExitCode ending(UndoResult result) {
        return result.summary().leavesAny() ? ExitCode.REJECTS : ExitCode.DONE;
    }

    static void print(PrintWriter out, UndoResult result) {
        UndoSummary summary = result.summary();
        out.println();
        list(out, summary, UndoState.PLANNED, "Would");
        list(out, summary, UndoState.DONE, "Taken back");
        count(out, "As before", summary.already(), "stood as before already");
        count(out, "Kept", summary.kept(), "changed since, or not to be taken back");
        count(out, "Refused", summary.refused(), "refused by the site");
        line(out, "Calls sent", "%,d", summary.calls().total());
        line(out, "Report", "%s", result.reports().resolve(UndoReport.NAME));
        out.println();
        out.flush();
    }

    private static void list(PrintWriter out, UndoSummary summary, UndoState state, String label) {
        String left = label;
        for (UndoAction action : UndoAction.values()) {
            long count = summary.count(action, state);
            if (count > 0) {
                line(out, left, "%-20s %,d", action.words(), count);
                left = "";
            }
        }
    }

    private static void count(PrintWriter out, String label, long count, String what) {
        if (count > 0) {
            line(out, label, "%,d %s", count, what);
        }
    }

    private static void line(PrintWriter out, String label, String format, Object... values) {
        out.printf("%-15s %s%n", label, String.format(Locale.ROOT, format, values));
    }
}
