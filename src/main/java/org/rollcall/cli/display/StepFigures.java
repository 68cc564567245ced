package org.rollcall.cli.display;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a step is.
 *
 * @param step its name
 * @param done items that are done
 * @param total items that there are to do, done ones included; null where nobody knows
 * @param elapsed since it began
 * @param perSecond items a second, of late
 * @param rejects rows of the run that come back, as far as is known
 * @param calls calls that it made to the site
 */
public record StepFigures(
        String step, long done, @Nullable Long total, Duration elapsed, double perSecond, long rejects, long calls) {

    private static final int LONG = 90;
    private static final int MINUTE = 60;

    /** The time that the rest will take at this rate; empty where that cannot be told. */
    Optional<Duration> left() {
        return total == null || perSecond <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(1000 * Math.max(0, total - done) / perSecond)));
    }

    /** How many of how many, or the calls of a step that is not counted in items. */
    String count(String of) {
        if (total != null) {
            return "%s%s%s".formatted(number(Math.min(done, total)), of, number(total));
        }
        if (done > 0) {
            return number(done);
        }
        return calls == 0 ? "" : number(calls) + (calls == 1 ? " call" : " calls");
    }

    String rate() {
        if (perSecond <= 0) {
            return "";
        }
        if (perSecond < 1) {
            return number(Math.round(perSecond * MINUTE)) + "/min";
        }
        return perSecond < 10 ? String.format(Locale.ROOT, "%.1f/s", perSecond) : number(Math.round(perSecond)) + "/s";
    }

    /** The time left, or where that is not known the time gone by. */
    String time() {
        return left().map(left -> words(left) + " left").orElseGet(() -> words(elapsed));
    }

    String rejected() {
        return rejects == 0 ? "" : number(rejects) + (rejects == 1 ? " reject" : " rejects");
    }

    private static String words(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < LONG) {
            return seconds + " s";
        }
        long minutes = (seconds + MINUTE / 2) / MINUTE;
        return minutes < LONG ? minutes + " min" : "%d h %02d min".formatted(minutes / MINUTE, minutes % MINUTE);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
