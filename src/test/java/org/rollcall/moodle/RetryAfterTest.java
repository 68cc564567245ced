package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "300, PT5M",
        "0, PT0S",
        "'Sat, 21 Nov 2026 06:02:00 GMT', PT2M",
        "'Sat, 21 Nov 2026 05:00:00 GMT', PT0S",
    })
    void isSecondsOrADate(String header, Duration expected) {
        assertThat(RetryAfter.of(headers(header), NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"soon", "-5", "99999999999999999999", "''"})
    void isNothingWhenItMakesNoSense(String header) {
        assertThat(RetryAfter.of(headers(header), NOW)).isNull();
    }

    @Test
    void isNothingWhenItIsNotThere() {
        assertThat(RetryAfter.of(HttpHeaders.of(Map.of(), (name, value) -> true), NOW))
                .isNull();
    }

    private static HttpHeaders headers(String value) {
        return HttpHeaders.of(Map.of("retry-after", List.of(value)), (name, each) -> true);
    }
}
