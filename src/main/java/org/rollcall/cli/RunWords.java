package org.rollcall.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollcall.history.ListedRun;
import org.rollcall.ledger.RecordedRun;

/** How a run of the past is told of. */
final class RunWords {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private RunWords() {}

    /** How far it has come. */
    static String state(ListedRun listed) {
        RecordedRun past = listed.past();
        String state = switch (past.state()) {
            case UNFINISHED, APPLYING -> "interrupted";
            case PLANNED -> "planned, waits to be applied";
            case HELD -> "held, waits for approval";
            case ABANDONED -> "given up";
            case DONE -> {
                if (!listed.leftSome()) {
                    yield "done";
                }
                yield past.isUndo() ? "done, kept some" : "done, with rejects";
            }
        };
        return past.isPurged() ? state + ", purged" : state;
    }

    /** What it worked on. */
    static String roster(RecordedRun past) {
        return past.undoes() == null ? past.run().rosterName() : "takes back " + past.undoes();
    }

    /** A time as the clock on the wall shows it. */
    static String time(Instant time) {
        return MINUTES.format(time.atZone(ZoneId.systemDefault()));
    }

    /** A number, or nothing where it is not known. */
    static String number(@Nullable Long number) {
        return number == null ? "" : String.format(Locale.ROOT, "%,d", number);
    }
}
