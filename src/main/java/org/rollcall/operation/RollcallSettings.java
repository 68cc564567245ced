package org.rollcall.operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.AnswerFormat;
import org.rollcall.moodle.PaceLimits;
import org.rollcall.moodle.PaceLimits.Range;
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
 * @param accounts how rows and accounts come together
 * @param intake what becomes of rosters that are dropped into the inbox
 * @param schedule when they are taken
 * @param monitoring how other programs are told how the drop folder is
 * @param snapshot rosters that name everybody who is to be in certain cohorts and courses
 * @param rejects the files with the rows that could not be done
 * @param mail whom a mail tells what a run came to
 * @param batchSize people, members or enrolments a web-service call, at most; null lets the program find out what suits
 *     the site
 * @param concurrency calls at a time, at most; null lets the program find out
 * @param createMissingCohorts whether a cohort that a roster names and the site lacks is created
 * @param createMissingGroups whether a group that a roster names and its course lacks is created
 * @param verify how rows are looked at that say what was last carried out on the site
 * @param logFormat what the lines of the log are
 */
@Validated
@ConfigurationProperties(prefix = "rollcall", ignoreUnknownFields = false)
public record RollcallSettings(
        @DefaultValue @NotNull @Valid SiteSettings site,
        @DefaultValue @NotNull @Valid SandboxSettings sandbox,
        @DefaultValue @NotNull @Valid RosterSettings roster,
        @DefaultValue @NotNull @Valid AccountSettings accounts,
        @DefaultValue @NotNull @Valid SnapshotSettings snapshot,
        @DefaultValue @NotNull @Valid IntakeSettings intake,
        @DefaultValue("") @NotNull Schedule schedule,
        @DefaultValue @NotNull @Valid MonitoringSettings monitoring,
        @DefaultValue @NotNull @Valid RejectSettings rejects,
        @DefaultValue @NotNull @Valid MailSettings mail,
        @Nullable @Min(1) @Max(500) Integer batchSize,
        @Nullable @Min(1) @Max(16) Integer concurrency,
        @DefaultValue("false") boolean createMissingCohorts,
        @DefaultValue("false") boolean createMissingGroups,

        @DefaultValue("members") @NotNull Verification verify,
        @DefaultValue("text") @NotNull LogFormat logFormat) {

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
}
