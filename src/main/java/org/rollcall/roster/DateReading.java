package org.rollcall.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/**
 * In which forms a roster may write dates, beside the ISO form that is always understood.
 *
 * @param patterns patterns of {@link DateTimeFormatter}, such as {@code dd/MM/yyyy} or {@code d.M.yyyy HH:mm}, with the
 *     names of months in English; the first one that fits a cell is the one that counts
 */
public record DateReading(List<String> patterns) {
    /** Every part of it shows another number. */
    private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 11, 23, 14, 5);

    /**
     * Sees whether each pattern tells a whole date.
     *
     * @throws IllegalArgumentException naming a pattern that does not, in words that complete a sentence
     */
    public DateReading {
        patterns = List.copyOf(patterns);
        for (String pattern : patterns) {
            if (!tellsADate(pattern)) {
                throw new IllegalArgumentException(
                        ("\"%s\" does not tell a whole date: write dd for the day, MM for the"
                                        + " month and yyyy for the year, such as dd/MM/yyyy, and HH:mm for a time")
                                .formatted(pattern));
            }
        }
    }

    /** {@return no form beside ISO} */
    public static DateReading none() {
        return new DateReading(List.of());
    }

    /** {@return what reads the patterns, in their order; a day or an hour that does not exist is refused} */
    public List<DateTimeFormatter> formatters() {
        return patterns.stream().map(DateReading::formatter).toList();
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                // The strict style would want to be told that a year such as 2026 is one after Christ.
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Letters mean other things than people think (DD, YYYY), so a date has to come through unchanged. */
    private static boolean tellsADate(String pattern) {
        try {
            DateTimeFormatter formatter = formatter(pattern);
            String shown = formatter.format(SAMPLE);
            TemporalAccessor read = formatter.parseBest(shown, LocalDateTime::from, LocalDate::from);
            boolean timeless =
                    shown.equals(formatter.format(SAMPLE.toLocalDate().atStartOfDay()));
            return read.equals(timeless ? SAMPLE.toLocalDate() : SAMPLE);
        } catch (IllegalArgumentException | DateTimeException noPattern) {
            return false;
        }
    }
}
