package org.rollcall.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days that a date in everyday writing can mean: {@code 31/12/2026} only one, {@code 03/04/2026} two. A year that
 * stands in front is followed by the month wherever people write so.
 *
 * @param readings the moments that it can mean: one, two, or none when it is no date
 */
record WrittenDate(List<LocalDateTime> readings) {
    private static final String TIME = "(?:[ T,]+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?)?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})(?:年|[/.-] ?)(?<a>\\d{1,2})(?:月|[/.-] ?)(?<b>\\d{1,2})[日.]?" + TIME);
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<a>\\d{1,2})(?<sign>[/.-]) ?(?<b>\\d{1,2})\\k<sign> ?(?<year>\\d{4})" + TIME);
    private static final DateTimeFormatter MONTH_BY_NAME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[d MMMM uuuu][d MMM uuuu][d-MMM-uuuu][MMMM d, uuuu][MMM d, uuuu][MMMM d uuuu][MMM d uuuu]")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    WrittenDate {
        readings = List.copyOf(readings);
    }

    static WrittenDate of(String text) {
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (yearLast.matches()) {
            int a = number(yearLast, "a");
            int b = number(yearLast, "b");
            return of(moment(yearLast, b, a), moment(yearLast, a, b));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return of(moment(yearFirst, number(yearFirst, "a"), number(yearFirst, "b")));
        }
        return of(withMonthByName(text));
    }

    private static WrittenDate of(@Nullable LocalDateTime... readings) {
        return new WrittenDate(
                Stream.of(readings).filter(Objects::nonNull).distinct().toList());
    }

    private static @Nullable LocalDateTime moment(Matcher found, int month, int day) {
        try {
            LocalTime time = found.group("hour") == null
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(
                            number(found, "hour"),
                            number(found, "minute"),
                            found.group("second") == null ? 0 : number(found, "second"));
            return LocalDate.of(number(found, "year"), month, day).atTime(time);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable LocalDateTime withMonthByName(String text) {
        try {
            return LocalDate.parse(text, MONTH_BY_NAME).atStartOfDay();
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }
}
