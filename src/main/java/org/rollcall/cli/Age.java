package org.rollcall.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.operation.SettingsException;

/** How old something has to be, as people write it: {@code 90d}, {@code 12w}, or an ISO period such as {@code P6M}. */
record Age(String written, TemporalAmount amount) {

    private static final Pattern DAYS_OR_WEEKS = Pattern.compile("(\\d{1,5})([dw])");

    /** Databases know no earlier times, and no file is older. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /**
     * Reads an age.
     *
     * @param anyLength whether it may be less than a day
     * @throws SettingsException when it cannot be read, or is too short
     */
    static Age of(String written, boolean anyLength) {
        Age age = new Age(written, amount(written));
        Instant now = Instant.now();
        Instant before = age.before(now);
        if (before.isAfter(now) || before.isBefore(EARLIEST)) {
            throw unreadable(written);
        }
        if (!anyLength && before.isAfter(now.minus(Duration.ofDays(1)))) {
            throw new SettingsException(
                    "--older-than %s is less than a day; give --force, too, if runs of today are meant."
                            .formatted(written));
        }
        return age;
    }

    private static TemporalAmount amount(String written) {
        Matcher matcher = DAYS_OR_WEEKS.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            int number = Integer.parseInt(matcher.group(1));
            return matcher.group(2).equals("d") ? Period.ofDays(number) : Period.ofWeeks(number);
        }
        try {
            return written.toUpperCase(Locale.ROOT).contains("T") ? Duration.parse(written) : Period.parse(written);
        } catch (DateTimeException other) {
            throw unreadable(written);
        }
    }

    private static SettingsException unreadable(String written) {
        return new SettingsException(
                "--older-than %s cannot be read; give days or weeks, such as 90d or 12w, or an ISO period, such as P6M."
                        .formatted(written));
    }

    /** The time before which something is that old. */
    Instant before(Instant now) {
        try {
            return now.atOffset(ZoneOffset.UTC).minus(amount).toInstant();
        } catch (DateTimeException | ArithmeticException tooLong) {
            throw unreadable(written);
        }
    }
}
