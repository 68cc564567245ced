package org.rollcall.report;

import java.util.Locale;

/** What a run came to, in a few words, such as {@code 412 of 420 rows done; 8 came back}. */
public final class Headline {

    private Headline() {}

    /** The few words on a run. */
    public static String of(RunSummary run) {
        RunSummary.Rows rows = run.rows();
        return switch (run.state()) {
            case DONE -> done(run);
            case PLANNED -> rows.read() == 0 ? "The roster has no rows" : planned(rows);
            case HELD -> "Held, and nothing was written: " + planned(rows);
            case INTERRUPTED -> "Interrupted: " + interrupted(rows);
        };
    }

    private static String done(RunSummary run) {
        RunSummary.Rows rows = run.rows();
        if (rows.read() == 0) {
            return "The roster has no rows" + leavers(run);
        }
        if (rows.rejected() == 0) {
            String all = rows.read() == 1 ? "The one row is done" : "All %s rows done".formatted(number(rows.read()));
            boolean isIdle = rows.unchanged() == rows.read() && run.snapshot() == null;
            return all + (isIdle ? "; nothing had changed" : leavers(run));
        }
        return "%s done; %s came back%s".formatted(ofAll(rows.done(), rows), number(rows.rejected()), leavers(run));
    }

    private static String leavers(RunSummary run) {
        long failed = run.snapshot() == null ? 0 : run.snapshot().failed();
        return failed == 0 ? "" : "; %s could not be taken out".formatted(counted(failed, "leaver"));
    }

    private static String planned(RunSummary.Rows rows) {
        if (rows.read() == 0) {
            return "the roster has no rows";
        }
        String read = counted(rows.read(), "row") + " read; ";
        long good = rows.read() - rows.rejected();
        if (rows.rejected() > 0) {
            return "%s%s would be done, %s would come back".formatted(read, number(good), number(rows.rejected()));
        }
        return read + (rows.open() == 0 ? "no row asks for anything new" : "all would be done");
    }

    private static String interrupted(RunSummary.Rows rows) {
        return "%s done%s; %s not yet"
                .formatted(
                        ofAll(rows.done(), rows),
                        rows.rejected() == 0 ? "" : ", %s come back".formatted(number(rows.rejected())),
                        number(rows.open()));
    }

    private static String ofAll(long some, RunSummary.Rows rows) {
        return "%s of %s".formatted(number(some), counted(rows.read(), "row"));
    }

    private static String counted(long count, String what) {
        return number(count) + " " + what + (count == 1 ? "" : "s");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
