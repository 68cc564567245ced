package org.rollcall.operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.AnswerFormat;
import org.rollcall.moodle.PaceLimits;
import org.rollcall.moodle.PaceLimits.Range;
import org.rollcall.roster.DateReading;
import org.rollcall.roster.RepeatedPeople;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.RowDefaults;
import org.rollcall.roster.file.Delimiter;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.header.ColumnNames;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings in {@code config/application.yml}, below {@code rollcall}. A name that is not one of these is refused, so
 * that a misspelt setting is not silently without effect.
 *
 * @param site the Moodle to work on
 * @param sandbox the practice Moodle that is worked on when no other is named
 * @param roster how rosters are read
 * @param batchSize people, members or enrolments a web-service call, at most; null lets the program find out what suits
 *     the site
 * @param concurrency calls at a time, at most; null lets the program find out
 * @param createMissingCohorts whether a cohort that a roster names and the site lacks is created
 */
@Validated
@ConfigurationProperties(prefix = "rollcall", ignoreUnknownFields = false)
public record RollcallSettings(
        @DefaultValue @NotNull @Valid SiteSettings site,
        @DefaultValue @NotNull @Valid SandboxSettings sandbox,
        @DefaultValue @NotNull @Valid RosterSettings roster,
        @Nullable @Min(1) @Max(500) Integer batchSize,
        @Nullable @Min(1) @Max(16) Integer concurrency,
        @DefaultValue("false") boolean createMissingCohorts) {

    private static final Range BATCH_SIZES = new Range(1, 20, 200);
    private static final Range CALLS_AT_A_TIME = new Range(1, 2, 8);

    /** Between which limits the program may find out how large a batch is and how many calls are made at a time. */
    public PaceLimits paceLimits() {
        return new PaceLimits(
                batchSize == null ? BATCH_SIZES : Range.pinned(batchSize),
                concurrency == null ? CALLS_AT_A_TIME : Range.pinned(concurrency),
                site.timeTarget());
    }

    /** Items that a call carries at most. */
    public int largestBatch() {
        return paceLimits().batchSize().most();
    }

    /** Calls that may be under way at a time at most. */
    public int mostCallsAtATime() {
        return paceLimits().concurrency().most();
    }

    /**
     * The Moodle to work on.
     *
     * @param url its address as people open it in the browser; empty means the built-in sandbox
     * @param tokenFile a file that holds the token, for those who do not set {@code ROLLCALL_MOODLE_TOKEN}
     * @param caFile certificates in PEM of an authority that the JDK does not know, trusted beside those it knows
     * @param allowHttp whether the token may go over plain http to another machine
     * @param maxInputVars PHP's {@code max_input_vars} on the site; form fields beyond it would be dropped silently
     * @param format what the site answers in
     * @param connectTimeout how long to wait for a connection
     * @param readTimeout how long to wait while the site is silent
     * @param callTimeout how long to wait for a whole answer
     * @param timeTarget how long a call that writes may take before the next ones carry less
     * @param readAttempts how often a call that only reads is sent before it is given up
     * @param retryDelay the pause before its second attempt, doubled before each further one
     * @param settleDelay how long to wait before the second look at what became of a call without an answer, doubled
     *     before each further look
     * @param timeZone in which the roster's dates are meant; a time that its clocks skip in spring is as much later, one
     *     that they show twice in autumn is the first of the two
     * @param roles the site's id of each role that a roster may name
     * @param defaultRole the role of an enrolment for which the roster names none
     */
    public record SiteSettings(
            @Nullable URI url,
            @Nullable Path tokenFile,
            @Nullable Path caFile,
            @DefaultValue("false") boolean allowHttp,
            @DefaultValue("1000") @Min(100) @Max(1_000_000) int maxInputVars,

            @DefaultValue("json") @NotNull AnswerFormat format,

            @DefaultValue("10s") @NotNull @DurationMin(millis = 1, message = SOME_TIME)
            Duration connectTimeout,

            @DefaultValue("120s") @NotNull @DurationMin(millis = 1, message = SOME_TIME)
            Duration readTimeout,

            @DefaultValue("300s") @NotNull @DurationMin(millis = 1, message = SOME_TIME)
            Duration callTimeout,

            @DefaultValue("8s") @NotNull @DurationMin(millis = 1, message = SOME_TIME)
            Duration timeTarget,

            @DefaultValue("4") @Min(1) @Max(20) int readAttempts,

            @DefaultValue("500ms") @NotNull @DurationMin(millis = 1, message = SOME_TIME)
            Duration retryDelay,

            @DefaultValue("2s") @NotNull @DurationMin(millis = 1, message = SOME_TIME)
            Duration settleDelay,

            @DefaultValue("UTC") @NotNull ZoneId timeZone,
            @Nullable Map<String, Long> roles,
            @DefaultValue("student") @NotNull String defaultRole) {

        private static final String SOME_TIME = "must be longer than nothing, such as 500ms or 10s";

        /** The roles of a stock Moodle, with what the settings say on top. */
        private static final Map<String, Long> STOCK_ROLES =
                Map.of("manager", 1L, "coursecreator", 2L, "editingteacher", 3L, "teacher", 4L, "student", 5L);

        public SiteSettings {
            Map<String, Long> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            all.putAll(STOCK_ROLES);
            if (roles != null) {
                all.putAll(roles);
            }
            roles = Collections.unmodifiableMap(all);
            if (!all.containsKey(defaultRole)) {
                throw new IllegalArgumentException("rollcall.site.default-role is \"" + defaultRole
                        + "\", which is not among the roles " + String.join(", ", all.keySet()) + ".");
            }
        }

        /** The id of a role on the site, upper or lower case alike; null for a role that is not known. */
        public @Nullable Long roleId(String shortname) {
            return roleIds().get(shortname);
        }

        /** All roles that a roster may name. */
        public Map<String, Long> roleIds() {
            return Objects.requireNonNull(roles);
        }
    }

    /**
     * The practice Moodle that is worked on when no other is named.
     *
     * @param programPartner whether it also has the functions of a program partner's site
     */
    public record SandboxSettings(@DefaultValue("false") boolean programPartner) {}

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
}
