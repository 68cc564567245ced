package org.rollcall.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.text.Wording;

/**
 * Reads {@code enroltimestartN}. Moodle's uploader hands the cell to PHP's {@code strtotime}, which takes 03/04/2026 for
 * the 4th of March, counts {@code +1 week} from now, and where it understands nothing silently lets the enrolment begin
 * today ({@code admin/tool/uploaduser/classes/process.php}). Here a date is read if it has a known format, with a warning
 * if it can mean only one day, and refused otherwise: in particular two readings, a year of two digits, a time with a
 * zone of its own, a Unix timestamp, and words that mean another day tomorrow.
 */
final class StartTimes {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}([/.-]) ?\\d{1,2}\\1 ?\\d{2}(\\D.*)?");
    private static final Pattern WITH_ZONE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ][\\d:.]+ ?(Z|UTC|GMT|[+-]\\d{1,2}(:?\\d{2})?)(\\[.*])?");
    private static final Pattern UNIX_TIMESTAMP = Pattern.compile("@?\\d{9,13}");
    private static final Pattern SERIAL_NUMBER = Pattern.compile("[3-6]\\d{4}(\\.\\d+)?");
    private static final LocalDate DAY_ZERO_OF_SPREADSHEETS = LocalDate.of(1899, 12, 30);
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2100;

    private final List<String> patterns;
    private final List<DateTimeFormatter> formatters;

    StartTimes(DateReading dates) {
        this.patterns = dates.patterns();
        this.formatters =
                Stream.concat(Stream.of(ISO), dates.formatters().stream()).toList();
    }

    /** The moment in the site's own time; null, with an error, if it cannot be told. */
    @Nullable
    LocalDateTime read(RosterColumn column, String text, RowProblems problems) {
        for (DateTimeFormatter formatter : formatters) {
            LocalDateTime known = parsed(formatter, text);
            if (known != null && isUsual(known)) {
                return known;
            }
        }
        List<LocalDateTime> readings = patterns.isEmpty()
                ? WrittenDate.of(text).readings().stream()
                        .filter(StartTimes::isUsual)
                        .toList()
                : List.of();
        if (readings.size() == 1) {
            problems.warning(
                    column,
                    "assumed",
                    "The %s \"%s\" is read as %s."
                            .formatted(column.name(), Wording.shortened(text), inWords(readings.get(0))));
            return readings.get(0);
        }
        if (readings.size() > 1) {
            problems.error(column, "ambiguous", ambiguous(column, text, readings.get(0), readings.get(1)));
        } else {
            problems.error(column, "invalid", unreadable(column.name(), text, Wording.shortened(text)));
        }
        return null;
    }

    private static @Nullable LocalDateTime parsed(DateTimeFormatter formatter, String text) {
        try {
            TemporalAccessor found = formatter.parseBest(text, LocalDateTime::from, LocalDate::from);
            return found instanceof LocalDateTime moment ? moment : ((LocalDate) found).atStartOfDay();
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static boolean isUsual(LocalDateTime moment) {
        return moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR;
    }

    private static String ambiguous(RosterColumn column, String text, LocalDateTime one, LocalDateTime other) {
        return "The %s \"%s\" may be %s or %s; write %s or %s, or set the format in rollcall.roster.date-formats."
                .formatted(
                        column.name(),
                        Wording.shortened(text),
                        one.format(DAY),
                        other.format(DAY),
                        one.toLocalDate(),
                        other.toLocalDate());
    }

    private String unreadable(String name, String text, String shown) {
        if (SHORT_YEAR.matcher(text).matches()) {
            return "The year of the %s must have four digits; it is \"%s\".".formatted(name, shown);
        }
        if (WITH_ZONE.matcher(text).matches()) {
            return "The %s \"%s\" names a time zone; write the time on the site's own clock, such as 2026-09-01 08:00."
                    .formatted(name, shown);
        }
        if (UNIX_TIMESTAMP.matcher(text).matches()) {
            return "The %s \"%s\" looks like a Unix timestamp; write the date, such as 2026-09-01."
                    .formatted(name, shown);
        }
        if (SERIAL_NUMBER.matcher(text).matches()) {
            LocalDate meant = DAY_ZERO_OF_SPREADSHEETS.plusDays(Integer.parseInt(text.substring(0, 5)));
            return "The %s \"%s\" looks like the number that a spreadsheet keeps for %s; format the column as a date."
                    .formatted(name, shown, meant);
        }
        String others = patterns.isEmpty() ? "" : ", or have the format %s".formatted(String.join(" or ", patterns));
        return "The %s must be a date such as 2026-09-01 or 2026-09-01 08:00%s; it is \"%s\"."
                .formatted(name, others, shown);
    }

    private static String inWords(LocalDateTime moment) {
        return moment.format(moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : MOMENT);
    }
}
