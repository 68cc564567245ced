package org.rollcall.report.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and times stand on pages. */
public final class Figures {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Figures() {}

    /** A number, such as {@code 1,234}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** So many of something, such as {@code 1 row} or {@code 1,234 rows}. */
    public static String counted(long count, String what) {
        return count(count) + " " + what + (count == 1 ? "" : "s");
    }

    /** A number of seconds, such as {@code 0.4 s}. */
    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%,.1f s", seconds);
    }

    /** A time that passed, such as {@code 12.3 seconds} or {@code 1 h 5 min}. */
    public static String duration(double seconds) {
        if (seconds < 100) {
            return String.format(Locale.ROOT, "%.1f seconds", seconds);
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 100
                ? counted(minutes, "minute")
                : String.format(Locale.ROOT, "%,d h %d min", minutes / 60, minutes % 60);
    }

    /** A moment, with its zone, such as {@code 21 November 2026, 08:15 (UTC)}. */
    public static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone)) + " (" + zone.getId() + ")";
    }

    /** The same shorter, and without its zone, so that texts sort by time. */
    public static String shortMoment(Instant moment, ZoneId zone) {
        return SHORT.format(moment.atZone(zone));
    }
}
