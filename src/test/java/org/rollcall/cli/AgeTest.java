package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.operation.SettingsException;

@DisplayName("An age")
class AgeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "90d,   2026-08-23T08:00:00Z",
        "1D,    2026-11-20T08:00:00Z",
        "12w,   2026-08-29T08:00:00Z",
        "P6M,   2026-05-21T08:00:00Z",
        "P1Y2D, 2025-11-19T08:00:00Z",
        "PT36H, 2026-11-19T20:00:00Z"
    })
    void isReadAsDaysWeeksAndIsoPeriods(String written, Instant before) {
        assertThat(Age.of(written, false).before(NOW)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "90", "d", "ninety days", "3m", "-90d", "P-90D", "1.5d", "P999999999Y", "PT", "123456d"})
    void isRefusedOtherwise(String written) {
        assertThatThrownBy(() -> Age.of(written, true))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "--older-than %s cannot be read; give days or weeks, such as 90d or 12w, or an ISO period,"
                                + " such as P6M.",
                        written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0d", "PT1H", "P0D"})
    void isADayAtLeastUnlessForced(String written) {
        assertThatThrownBy(() -> Age.of(written, false))
                .hasMessage(
                        "--older-than %s is less than a day; give --force, too, if runs of today are meant.", written);
        assertThat(Age.of(written, true).before(NOW)).isBetween(NOW.minusSeconds(3_600), NOW);
    }

    @Test
    void ofADayIsADay() {
        assertThat(Age.of("PT24H", false).before(NOW)).isEqualTo(NOW.minusSeconds(86_400));
    }
}
