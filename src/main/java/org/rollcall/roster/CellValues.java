package org.rollcall.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.RosterColumn;

/** Texts that stand for something else than text. What cannot be read is a problem of its cell, and null. */
final class CellValues {
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
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
    private static final int MOST_DIGITS = 9;

    private CellValues() {}

    static @Nullable Integer number(RosterColumn column, String text, RowProblems problems) {
        boolean digits = text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            problems.error(column, "invalid", text, 0);
            return null;
        }
        return Integer.valueOf(text);
    }

    static @Nullable Boolean flag(RosterColumn column, String text, RowProblems problems) {
        return switch (text) {
            case "0" -> Boolean.FALSE;
            case "1" -> Boolean.TRUE;
            default -> {
                problems.error(column, "invalid", text, 0);
                yield null;
            }
        };
    }

    static @Nullable LocalDateTime moment(RosterColumn column, String text, RowProblems problems) {
        try {
            return MOMENT.parseBest(text, LocalDateTime::from, LocalDate::from) instanceof LocalDateTime moment
                    ? moment
                    : LocalDate.parse(text, MOMENT).atStartOfDay();
        } catch (DateTimeException notADate) {
            problems.error(column, "invalid", text, 0);
            return null;
        }
    }
}
