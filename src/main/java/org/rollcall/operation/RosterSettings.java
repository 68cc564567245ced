package org.rollcall.operation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.DateReading;
import org.rollcall.roster.RepeatedPeople;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.RowDefaults;
import org.rollcall.roster.file.Delimiter;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.header.ColumnNames;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rosters are read: what is fixed about their files, how large they may be, and what their cells mean.
 *
 * @param maxBytes the largest file that is read
 * @param maxRows the most rows that are read
 * @param createPasswords whether Moodle makes up a password, and mails it, for a new person whose row has none
 * @param charset the name of what the bytes of text files stand for; null to find out for each file
 * @param delimiter what separates the cells of text files, the sign or its English word; null to find out
 * @param sheet the sheet of a workbook that holds the roster; null to look for it
 * @param dateFormats patterns of the dates that are written in another than the ISO form
 * @param repeatedPeople what becomes of a person who stands in several rows
 */
public record RosterSettings(
        @DefaultValue("1000000000") @Min(1) long maxBytes,
        @DefaultValue("2000000") @Min(1) int maxRows,
        @DefaultValue("false") boolean createPasswords,
        @Nullable String charset,
        @Nullable String delimiter,
        @Nullable String sheet,
        @DefaultValue List<String> dateFormats,
        @DefaultValue("reject") @NotNull RepeatedPeople repeatedPeople) {

    /** A setting that is written down without a value is not set. */
    public RosterSettings {
        charset = charset == null || charset.isBlank() ? null : charset.strip();
        delimiter = delimiter == null || delimiter.isEmpty() ? null : delimiter;
        sheet = sheet == null || sheet.isBlank() ? null : sheet.strip();
        dateFormats = List.copyOf(dateFormats);
        // What is wrong is told at the start, and not when the first file is read.
        Objects.requireNonNull(file(charset, delimiter, sheet));
        Objects.requireNonNull(dates(dateFormats));
    }

    /** The rules as the reader wants them, with these names of the columns. */
    public RosterRules rules(ColumnNames names) {
        RosterLimits defaults = RosterLimits.defaults();
        return new RosterRules(
                new RosterLimits(maxBytes, maxRows, defaults.maxCellLength(), defaults.maxRowLength()),
                file(charset, delimiter, sheet),
                names,
                new RowDefaults(createPasswords),
                dates(dateFormats),
                repeatedPeople);
    }

    private static FileOptions file(@Nullable String charset, @Nullable String delimiter, @Nullable String sheet) {
        return new FileOptions(
                charset == null ? null : read("charset", charset, RosterSettings::charsetOf),
                delimiter == null
                        ? null
                        : read("delimiter", delimiter, Delimiter::of).sign(),
                sheet);
    }

    private static DateReading dates(List<String> patterns) {
        return read("date-formats", patterns, DateReading::new);
    }

    private static Charset charsetOf(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "\"%s\" is no character set that is known here; write one such as UTF-8 or windows-1252"
                            .formatted(name),
                    unknown);
        }
    }

    private static <V, T> T read(String name, V value, Function<V, T> reading) {
        try {
            return reading.apply(value);
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException(
                    "The setting rollcall.roster.%s is wrong: %s.".formatted(name, wrong.getMessage()), wrong);
        }
    }
}
