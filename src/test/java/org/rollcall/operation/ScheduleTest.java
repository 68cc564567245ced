package org.rollcall.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A schedule")
class ScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            30 2 * * *       | 2026-11-21T01:30:00Z
            15 30 2 * * *    | 2026-11-21T01:30:15Z
            0 22 * * MON-FRI | 2026-11-23T21:00:00Z
            @hourly          | 2026-11-21T01:00:00Z
            */10 * * * *     | 2026-11-21T00:10:00Z
            """)
    void tellsItsNextTimeByTheClocksOfAZone(String written, Instant next) {
        assertThat(Schedule.of(written).next(Instant.parse("2026-11-21T00:00:00Z"), BERLIN))
                .contains(next);
    }

    @Test
    void isAnyTimeWhereNoneIsWritten() {
        Schedule none = Schedule.of(" ");
        assertThat(none.isAlways()).isTrue();
        assertThat(none.next(Instant.EPOCH, BERLIN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightly", "2:30", "30 2 * *", "30 25 * * *", "1 2 3 4 5 6 7"})
    void isRefusedWhereItIsNoCronExpression(String written) {
        assertThatThrownBy(() -> Schedule.of(written))
                .isInstanceOf(SettingsException.class)
                .hasMessage("The setting rollcall.schedule cannot be \"" + written
                        + "\": write minute, hour, day of the month, month and day of the week, such as 30 2 * * MON-FRI"
                        + " for half past two on working days.");
    }

    @Test
    void isRefusedWhereItNeverComes() {
        assertThatThrownBy(() -> Schedule.of("0 0 30 2 *"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("The setting rollcall.schedule is \"0 0 30 2 *\", which is no time that ever comes.");
    }
}
