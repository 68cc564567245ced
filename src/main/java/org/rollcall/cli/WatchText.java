package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.rollcall.intake.IntakeListener;
import org.rollcall.intake.IntakeResult;

/** Says on the terminal, in a line or two, what becomes of each file that was dropped. */
final class WatchText implements IntakeListener {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final PrintWriter out;
    private final Clock clock;

    WatchText(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void ended(IntakeResult result) {
        String run = result.run() == null ? "" : "run " + result.run() + ": ";
        say(result.ended(), result.words() + ": " + run + result.sentence());
        Path place = result.place();
        if (place != null) {
            print(" ".repeat(21) + place);
        } else if (!result.outcome().isEnd()) {
            print(" ".repeat(21) + "It waits, and is tried again.");
        }
    }

    @Override
    public void noticed(String sentence) {
        say(clock.instant(), sentence);
    }

    private void say(Instant when, String sentence) {
        print(TIME.format(when) + "  " + TextTable.printable(sentence));
    }

    private synchronized void print(String line) {
        out.println(line);
        out.flush();
    }
}
