package org.rollcall.moodle;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What an answer's Date header tells of the clock of the site's web server. */
final class SiteClock {

    private SiteClock() {}

    /** By how much it is ahead of this machine's, or null where there is no header that can be read. */
    static @Nullable Duration difference(HttpHeaders headers, Instant now) {
        String date = headers.firstValue("Date").orElse("");
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
