package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.roster.file.Problem;

class StartTimesTest {
    private static final DateReading BRITISH = new DateReading(List.of("dd/MM/yyyy", "d MMMM yyyy HH:mm"));

    @Nested
    class WithoutSetFormats {
        @ParameterizedTest
        @CsvSource({
            "2026-09-01, 2026-09-01T00:00",
            "2026-09-01 08:00, 2026-09-01T08:00",
            "2026-09-01T08:00, 2026-09-01T08:00",
            "2026-09-01T08:00:30, 2026-09-01T08:00:30",
            "2028-02-29, 2028-02-29T00:00"
        })
        void readsIsoDates(String cell, LocalDateTime moment) {
            ParsedRow row = parse(cell, DateReading.none());

            assertThat(start(row)).isEqualTo(moment);
            assertThat(row.problems()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "31/12/2026, 2026-12-31T00:00, 31 December 2026",
            "12/31/2026, 2026-12-31T00:00, 31 December 2026",
            "31.12.2026, 2026-12-31T00:00, 31 December 2026",
            "31-12-2026, 2026-12-31T00:00, 31 December 2026",
            "31. 12. 2026, 2026-12-31T00:00, 31 December 2026",
            "3/3/2026, 2026-03-03T00:00, 3 March 2026",
            "2026/09/01, 2026-09-01T00:00, 1 September 2026",
            "2026-9-1, 2026-09-01T00:00, 1 September 2026",
            "2026. 9. 1., 2026-09-01T00:00, 1 September 2026",
            "2026年9月1日, 2026-09-01T00:00, 1 September 2026",
            "31/12/2026 8:05, 2026-12-31T08:05, '31 December 2026, 08:05'",
            "1 Sep 2026, 2026-09-01T00:00, 1 September 2026",
            "1-SEP-2026, 2026-09-01T00:00, 1 September 2026",
            "'September 1, 2026', 2026-09-01T00:00, 1 September 2026"
        })
        void readsWithAWarningWhatCanMeanOneDayOnly(String cell, LocalDateTime moment, String words) {
            ParsedRow row = parse(cell, DateReading.none());

            assertThat(start(row)).isEqualTo(moment);
            assertThat(row.hasErrors()).isFalse();
            assertThat(row.problems())
                    .extracting(Problem::code, Problem::message)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            "enroltimestart1.assumed",
                            "The enroltimestart1 \"%s\" is read as %s.".formatted(cell, words)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"03/04/2026", "3.4.2026", "03-04-2026", "03/04/2026 08:00"})
        void refusesWhatCanMeanTwoDays(String cell) {
            assertThat(message(parse(cell, DateReading.none())))
                    .isEqualTo(
                            "The enroltimestart1 \"%s\" may be 3 April 2026 or 4 March 2026; write 2026-04-03 or"
                                    + " 2026-03-04, or set the format in rollcall.roster.date-formats.",
                            cell);
        }

        @ParameterizedTest
        @CsvSource({
            "31/12/26, 'The year of the enroltimestart1 must have four digits; it is \"31/12/26\".'",
            "1.9.26 08:00, 'The year of the enroltimestart1 must have four digits; it is \"1.9.26 08:00\".'",
            "2026-09-01T08:00Z, 'The enroltimestart1 \"2026-09-01T08:00Z\" names a time zone; write the time on the site''s own clock, such as 2026-09-01 08:00.'",
            "2026-09-01T08:00:00+02:00, 'The enroltimestart1 \"2026-09-01T08:00:00+02:00\" names a time zone; write the time on the site''s own clock, such as 2026-09-01 08:00.'",
            "1788220800, 'The enroltimestart1 \"1788220800\" looks like a Unix timestamp; write the date, such as 2026-09-01.'",
            "46266, 'The enroltimestart1 \"46266\" looks like the number that a spreadsheet keeps for 2026-09-01; format the column as a date.'",
            "tomorrow, 'The enroltimestart1 must be a date such as 2026-09-01 or 2026-09-01 08:00; it is \"tomorrow\".'"
        })
        void saysWhatIsWrong(String cell, String sentence) {
            assertThat(message(parse(cell, DateReading.none()))).isEqualTo(sentence);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-02-30",
                    "2027-02-29",
                    "30/02/2026",
                    "2026/31/12",
                    "32/01/2026",
                    "0026-09-01",
                    "2206-09-01",
                    "2026-09-0108:00",
                    "2026-09-01 24:30",
                    "31/12/2026 25:00",
                    "31/12.2026",
                    "1 Septembre 2026",
                    "+1 week",
                    "now",
                    "0"
                })
        void refusesWhatIsNoDay(String cell) {
            assertThat(message(parse(cell, DateReading.none())))
                    .startsWith("The enroltimestart1 must be a date such as 2026-09-01 or 2026-09-01 08:00; it is");
        }
    }

    @Nested
    class WithSetFormats {
        @ParameterizedTest
        @CsvSource({
            "03/04/2026, 2026-04-03T00:00",
            "3 april 2026 08:00, 2026-04-03T08:00",
            "2026-04-03, 2026-04-03T00:00"
        })
        void readsThemSilently(String cell, LocalDateTime moment) {
            ParsedRow row = parse(cell, BRITISH);

            assertThat(start(row)).isEqualTo(moment);
            assertThat(row.problems()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"12/31/2026", "3/4/2026", "31.12.2026"})
        void readsNothingElse(String cell) {
            assertThat(message(parse(cell, BRITISH)))
                    .isEqualTo(
                            "The enroltimestart1 must be a date such as 2026-09-01 or 2026-09-01 08:00, or have the"
                                    + " format dd/MM/yyyy or d MMMM yyyy HH:mm; it is \"%s\".",
                            cell);
        }
    }

    private static ParsedRow parse(String cell, DateReading dates) {
        return RosterFixture.parse(
                "course1|enroltimestart1", "ENG|" + cell, RosterRules.defaults().with(dates));
    }

    private static @Nullable LocalDateTime start(ParsedRow row) {
        return row.row().courses().get(0).start();
    }

    private static String message(ParsedRow row) {
        assertThat(row.hasErrors()).isTrue();
        assertThat(row.problems()).hasSize(1);
        return row.problems().get(0).message();
    }
}
