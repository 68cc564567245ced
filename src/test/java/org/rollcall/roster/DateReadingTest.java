package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A form of dates")
class DateReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/MM/yyyy       | 03/04/2026       | 2026-04-03",
                "MM/dd/yyyy       | 03/04/2026       | 2026-03-04",
                "d.M.uuuu         | 3.4.2026         | 2026-04-03",
                "d MMM yyyy       | 3 apr 2026       | 2026-04-03",
                "d MMMM yyyy      | 3 April 2026     | 2026-04-03",
                "dd.MM.yyyy HH:mm | 03.04.2026 08:30 | 2026-04-03T08:30",
                "M/d/yyyy h:mm a  | 4/3/2026 8:30 PM | 2026-04-03T20:30",
                "d.M.yy           | 3.4.26           | 2026-04-03"
            })
    void readsWhatItDescribes(String pattern, String cell, String moment) {
        TemporalAccessor read = formatter(pattern).parseBest(cell, LocalDateTime::from, LocalDate::from);

        assertThat(read).hasToString(moment);
    }

    @ParameterizedTest
    @CsvSource({"dd/MM/yyyy, 30/02/2026", "dd/MM/yyyy, 3/4/2026", "d.M.yyyy HH:mm, 3.4.2026 24:30"})
    void refusesWhatDoesNotExist(String pattern, String cell) {
        assertThat(List.of(formatter(pattern)))
                .allSatisfy(
                        formatter -> org.assertj.core.api.Assertions.assertThatExceptionOfType(DateTimeException.class)
                                .isThrownBy(() -> formatter.parseBest(cell, LocalDateTime::from, LocalDate::from)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DD.MM.YYYY", "dd.mm.yyyy", "dd/MM", "MM.yyyy", "dd/MM/yyyy hh:mm", "TT.MM.JJJJ", "", "{"})
    void isRefusedUnlessItTellsAWholeDate(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DateReading(List.of("dd/MM/yyyy", pattern)))
                .withMessageStartingWith("\"" + pattern + "\" does not tell a whole date");
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateReading(List.of(pattern)).formatters().get(0);
    }
}
