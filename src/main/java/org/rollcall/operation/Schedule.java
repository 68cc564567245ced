package org.rollcall.operation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * When rosters are taken out of the inbox: at the times of a cron expression, or, where none is written, at any time.
 *
 * @param written the expression with five fields, as crontab has it, or with six, the first of which is the second; empty
 *     for any time
 */
public record Schedule(String written) {

    private static final int FIELDS_OF_CRONTAB = 5;

    /** Without blanks around it. */
    public Schedule {
        written = written.strip();
        if (!written.isEmpty() && next(expression(written), ZonedDateTime.now(ZoneId.systemDefault())) == null) {
            throw new SettingsException(
                    "The setting rollcall.schedule is \"%s\", which is no time that ever comes.".formatted(written));
        }
    }

    /**
     * Reads a schedule as it is written.
     *
     * @throws SettingsException when it is no cron expression, or never comes
     */
    public static Schedule of(String written) {
        return new Schedule(written);
    }

    /** Whether files may be taken at any time. */
    public boolean isAlways() {
        return written.isEmpty();
    }

    /** The next time behind this one, by the clocks of a zone; empty where files may be taken at any time. */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        return isAlways()
                ? Optional.empty()
                : Optional.ofNullable(next(expression(written), after.atZone(zone)))
                        .map(ZonedDateTime::toInstant);
    }

    private static @Nullable ZonedDateTime next(CronExpression expression, ZonedDateTime after) {
        return expression.next(after);
    }

    private static CronExpression expression(String written) {
        try {
            boolean withoutSeconds = written.split("\\s+").length == FIELDS_OF_CRONTAB;
            return CronExpression.parse(withoutSeconds ? "0 " + written : written);
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException(
                    ("The setting rollcall.schedule cannot be \"%s\": write minute, hour, day of the month, month and day of"
                                    + " the week, such as 30 2 * * MON-FRI for half past two on working days.")
                            .formatted(written),
                    wrong);
        }
    }
}
