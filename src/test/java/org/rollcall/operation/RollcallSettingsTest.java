package org.rollcall.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.moodle.AnswerFormat;
import org.rollcall.moodle.PaceLimits;
import org.rollcall.moodle.PaceLimits.Range;
import org.rollcall.operation.AccountSettings.ExistingDetails;
import org.rollcall.operation.AccountSettings.MatchField;
import org.rollcall.operation.AccountSettings.Mode;
import org.rollcall.operation.RollcallSettings.SandboxSettings;
import org.rollcall.operation.RollcallSettings.SiteSettings;
import org.rollcall.operation.SnapshotSettings.HoldSettings;
import org.rollcall.roster.DateReading;
import org.rollcall.roster.RepeatedPeople;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.RowDefaults;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.header.ColumnNames;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

@DisplayName("The settings")
class RollcallSettingsTest {

    @EnableConfigurationProperties(RollcallSettings.class)
    static class Settings {}

    private static void settings(Consumer<RollcallSettings> check, String... lines) {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues(lines)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    check.accept(context.getBean(RollcallSettings.class));
                });
    }

    @Test
    void haveADefaultEach() {
        Map<String, Long> roles =
                Map.of("manager", 1L, "coursecreator", 2L, "editingteacher", 3L, "teacher", 4L, "student", 5L);
        settings(settings -> assertThat(settings)
                .isEqualTo(new RollcallSettings(
                        new SiteSettings(
                                null,
                                null,
                                null,
                                false,
                                1000,
                                AnswerFormat.JSON,
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(120),
                                Duration.ofSeconds(300),
                                Duration.ofSeconds(8),
                                4,
                                Duration.ofMillis(500),
                                Duration.ofSeconds(2),
                                ZoneId.of("UTC"),
                                roles,
                                "student"),
                        new SandboxSettings(false),
                        new RosterSettings(
                                1_000_000_000, 2_000_000, false, null, null, null, List.of(), RepeatedPeople.REJECT),
                        new AccountSettings(
                                Mode.CREATE_OR_UPDATE,
                                ExistingDetails.FILL_MISSING,
                                List.of(MatchField.IDNUMBER, MatchField.USERNAME, MatchField.EMAIL),
                                false,
                                false,
                                true,
                                true),
                        new SnapshotSettings(
                                false,
                                List.of(),
                                List.of(),
                                null,
                                null,
                                false,
                                new HoldSettings(new Share(10), 20, null, new Share(20), new Share(50))),
                        new IntakeSettings(
                                IntakeSettings.Mode.PROVISION, Duration.ofSeconds(10), Duration.ofSeconds(30)),
                        new Schedule(""),
                        new MonitoringSettings(true, 8095),
                        new RejectSettings(true),
                        new MailSettings(
                                List.of(),
                                null,
                                MailSettings.When.REJECTS,
                                null,
                                null,
                                MailSettings.Security.STARTTLS,
                                null,
                                null,
                                null,
                                true,
                                DataSize.ofMegabytes(5),
                                Duration.ofSeconds(20)),
                        null,
                        null,
                        false,
                        false,
                        Verification.MEMBERS,
                        LogFormat.TEXT)));
    }

    @Test
    void letBatchSizeAndConcurrencyBeFoundOutUnlessTheyArePinned() {
        Duration target = Duration.ofSeconds(8);
        settings(settings -> assertThat(settings.paceLimits())
                .isEqualTo(new PaceLimits(new Range(1, 20, 200), new Range(1, 2, 8), target)));
        settings(
                settings -> assertThat(settings.paceLimits())
                        .isEqualTo(new PaceLimits(Range.pinned(33), Range.pinned(5), target)),
                "rollcall.batch-size=33",
                "rollcall.concurrency=5");
    }

    @Test
    void areReadUnderTheirNames() {
        settings(
                settings -> {
                    assertThat(settings.site().url()).isEqualTo(URI.create("https://moodle.example.org"));
                    assertThat(settings.site().format()).isEqualTo(AnswerFormat.XML);
                    assertThat(settings.site().readTimeout()).isEqualTo(Duration.ofSeconds(90));
                    assertThat(settings.site().settleDelay()).isEqualTo(Duration.ofMinutes(1));
                    assertThat(settings.site().timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
                    assertThat(settings.sandbox().programPartner()).isTrue();
                    assertThat(settings.roster().createPasswords()).isTrue();
                    assertThat(settings.roster()
                                    .rules(ColumnNames.ofMoodle())
                                    .limits()
                                    .maxRows())
                            .isEqualTo(10);
                    assertThat(settings.batchSize()).isEqualTo(500);
                    assertThat(settings.createMissingCohorts()).isTrue();
                },
                "rollcall.site.url=https://moodle.example.org",
                "rollcall.site.format=xml",
                "rollcall.site.read-timeout=90s",
                "rollcall.site.settle-delay=1m",
                "rollcall.site.time-zone=Europe/Berlin",
                "rollcall.sandbox.program-partner=true",
                "rollcall.roster.create-passwords=true",
                "rollcall.roster.max-rows=10",
                "rollcall.batch-size=500",
                "rollcall.create-missing-cohorts=true");
    }

    @Test
    void becomeTheRulesOfHowRostersAreRead() {
        settings(
                settings -> assertThat(settings.roster().rules(ColumnNames.ofMoodle()))
                        .isEqualTo(new RosterRules(
                                new RosterLimits(5, 6, 32_767, 131_072),
                                new FileOptions(Charset.forName("windows-1252"), '\t', "Students 2026"),
                                ColumnNames.ofMoodle(),
                                new RowDefaults(true),
                                new DateReading(List.of("dd/MM/yyyy", "d.M.yyyy HH:mm")),
                                RepeatedPeople.MERGE)),
                "rollcall.roster.max-bytes=5",
                "rollcall.roster.max-rows=6",
                "rollcall.roster.charset=windows-1252",
                "rollcall.roster.delimiter=Tab",
                "rollcall.roster.sheet= Students 2026 ",
                "rollcall.roster.create-passwords=true",
                "rollcall.roster.date-formats[0]=dd/MM/yyyy",
                "rollcall.roster.date-formats[1]=d.M.yyyy HH:mm",
                "rollcall.roster.repeated-people=merge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {",!,", ";!;", "|!|", ":!:", "comma!,", "SEMICOLON!;", "tab!'\t'", "pipe!|", "colon!:"})
    void takeADelimiterByItsSignOrItsWord(String written, char sign) {
        settings(
                settings -> assertThat(settings.roster()
                                .rules(ColumnNames.ofMoodle())
                                .file()
                                .delimiter())
                        .isEqualTo(sign),
                "rollcall.roster.delimiter=" + written);
    }

    @Test
    void fixNothingAboutFilesWhereTheyAreEmpty() {
        settings(
                settings -> assertThat(
                                settings.roster().rules(ColumnNames.ofMoodle()).file())
                        .isEqualTo(FileOptions.none()),
                "rollcall.roster.charset=",
                "rollcall.roster.delimiter=",
                "rollcall.roster.sheet=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollcall.batch-size=0",
                "rollcall.batch-size=501",
                "rollcall.concurrency=0",
                "rollcall.concurrency=17",
                "rollcall.site.max-input-vars=99",
                "rollcall.site.read-attempts=0",
                "rollcall.roster.max-bytes=0",
                "rollcall.roster.max-rows=0",
                "rollcall.roster.charset=utf-9",
                "rollcall.roster.delimiter=^",
                "rollcall.roster.delimiter=;;",
                "rollcall.roster.date-formats=DD.MM.YYYY",
                "rollcall.roster.repeated-people=join",
                "rollcall.accounts.mode=delete",
                "rollcall.accounts.existing-details=all",
                "rollcall.accounts.match-by=",
                "rollcall.accounts.match-by=username,phone1",
                "rollcall.accounts.match-by=email,username,email",
                "rollcall.accounts.match-by[0]=",
                "rollcall.accounts.allow-deletes=perhaps",
                "rollcall.accounts.allow-creates=true",
                "rollcall.site.default-role=janitor",
                "rollcall.site.roles.tutor=twelve",
                "rollcall.bach-size=10",
                "rollcall.site.tokn-file=x",
                "rollcall.site.format=yaml",
                "rollcall.site.read-timeout=0s"
            })
    void areRefusedOutOfRangeOrMisspelt(String line) {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues(line)
                .run(context -> assertThat(context).as(line).hasFailed());
    }

    @Test
    void ofAccountsAreReadUnderTheirNames() {
        settings(
                settings -> assertThat(settings.accounts())
                        .isEqualTo(new AccountSettings(
                                Mode.UPDATE_ONLY,
                                ExistingDetails.FROM_FILE,
                                List.of(MatchField.EMAIL, MatchField.IDNUMBER),
                                true,
                                true,
                                false,
                                false)),
                "rollcall.accounts.mode=update-only",
                "rollcall.accounts.existing-details=from-file",
                "rollcall.accounts.match-by=email,idnumber",
                "rollcall.accounts.update-passwords=true",
                "rollcall.accounts.allow-deletes=true",
                "rollcall.accounts.allow-renames=false",
                "rollcall.accounts.allow-suspends=false");
    }

    @ParameterizedTest
    @EnumSource
    void ofAccountsHaveTheirModesInSmallLettersWithHyphens(Mode mode) {
        settings(
                settings -> assertThat(settings.accounts().mode()).isEqualTo(mode),
                "rollcall.accounts.mode=" + mode.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Nested
    @DisplayName("of roles")
    class Roles {

        @ParameterizedTest
        @CsvSource({"student, 5", "Student, 5", "EDITINGTEACHER, 3", "tutor, 12", "TUTOR, 12", "teacher, 40"})
        void addToMoodlesOwnAndGoBeforeThem(String role, long id) {
            settings(
                    settings -> assertThat(settings.site().roleId(role)).isEqualTo(id),
                    "rollcall.site.roles.tutor=12",
                    "rollcall.site.roles.Teacher=40");
        }

        @Test
        void knowNoOther() {
            settings(settings -> assertThat(settings.site().roleId("janitor")).isNull());
        }

        @Test
        void mayHaveOneOfTheirOwnForTheDefault() {
            settings(
                    settings -> assertThat(settings.site().defaultRole()).isEqualTo("Tutor"),
                    "rollcall.site.roles.tutor=12",
                    "rollcall.site.default-role=Tutor");
        }
    }
}
