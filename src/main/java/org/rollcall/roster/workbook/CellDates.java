package org.rollcall.roster.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Shows a sheet's dates as ISO 8601 has them, since their display depends on the country. What the sheet cannot show as a
 * date is shown as Excel does: by number signs, or as the day 0 or the 29th of February that 1900 has in Excel alone.
 */
final class CellDates {
    /** How a sheet shows what is no date, and a date for which its column is too narrow. */
    static final String NOT_SHOWN = "########";

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final int NO_LEAP_DAY = 60;
    private static final int SECONDS_OF_A_DAY = 86_400;

    private final boolean from1904;

    CellDates(boolean from1904) {
        this.from1904 = from1904;
    }

    /** Shows the days and parts of a day since the workbook's first one. */
    String of(double days, FormatCode.Kind kind) {
        if (days < 0 || days > Integer.MAX_VALUE) {
            return NOT_SHOWN;
        }
        double whole = Math.floor(days);
        long seconds = Math.round((days - whole) * SECONDS_OF_A_DAY);
        int day = (int) whole + (int) (seconds / SECONDS_OF_A_DAY);
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_OF_A_DAY);
        boolean noDay = day == 0 && !from1904;
        boolean noTime = time.equals(LocalTime.MIDNIGHT);
        if (kind == FormatCode.Kind.TIME || (kind == FormatCode.Kind.MOMENT && noDay && !noTime)) {
            return time.format(time.getSecond() == 0 ? TIME : TIME_SECONDS);
        }
        if (noDay || (day == NO_LEAP_DAY && !from1904)) {
            return noDay ? "1900-01-00" : "1900-02-29";
        }
        LocalDate date = from1904 ? FROM_1904.plusDays(day) : FROM_1900.plusDays(day < NO_LEAP_DAY ? day + 1 : day);
        if (date.isAfter(LAST)) {
            return NOT_SHOWN;
        }
        return kind == FormatCode.Kind.DATE ? date.toString() : iso(date.atTime(time));
    }

    /** Shows a date that the file holds as ISO 8601 already, which newer workbooks may; any other text as it is. */
    static String of(String text) {
        String moment = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        try {
            return moment.indexOf('T') < 0 ? text : iso(LocalDateTime.parse(moment));
        } catch (DateTimeException noMoment) {
            return text;
        }
    }

    private static String iso(LocalDateTime moment) {
        if (moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return moment.toLocalDate().toString();
        }
        return moment.format(moment.getSecond() == 0 ? MINUTES : SECONDS);
    }
}
