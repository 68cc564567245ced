package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;

/** The client against answers that a real Moodle gave. */
class RecordedAnswersTest {

    private final StubSite site = new StubSite();
    private final MoodleClient client = site.client();

    @AfterEach
    void close() {
        site.close();
    }

    @Nested
    class DoneCalls {

        @Test
        void siteInfo() {
            replay("ok.get_site_info");

            SiteInfo info = value(client.site().info());

            assertThat(info.siteName()).isEqualTo("Contract Moodle");
            assertThat(info.username()).isEqualTo("apiuser");
            assertThat(info.userId()).isEqualTo(3);
            assertThat(info.siteAdmin()).isFalse();
            assertThat(info.release()).startsWith("4.5.6");
            assertThat(info.functions()).contains("core_user_create_users", "enrol_manual_enrol_users");
        }

        @Test
        void createUsersSendsWhatWasRecorded() {
            Recording recording = replay("ok.create_users");
            NewUser first = user("okjson1", "Lokjson1")
                    .with(UserField.IDNUMBER, "E-json1")
                    .with(UserField.CITY, "Oslo")
                    .with(UserField.COUNTRY, "NO")
                    .with(UserField.DEPARTMENT, "HR")
                    .with(UserField.INSTITUTION, "Acme")
                    .with(UserField.PHONE1, "+47 123")
                    .with(UserField.LANG, "en")
                    .withCustomFields(Map.of("staffid", "S-json1"));
            NewUser second = user("okjson2", "Æøå \"&'ü 漢字 O'Neil-Ñ");

            List<CreatedUser> created = value(client.users().create(List.of(first, second)));

            assertThat(created).containsExactly(new CreatedUser(14, "okjson1"), new CreatedUser(15, "okjson2"));
            assertSentAsIn(recording);
        }

        @Test
        void accountsByField() {
            Recording recording = replay("ok.get_users_by_field");

            List<Account> accounts = value(client.users()
                    .byField(AccountField.USERNAME, List.of("alice", "okjson1", "okjson2", "nosuchuser")));

            assertThat(accounts).extracting(Account::username).containsExactly("alice", "okjson1", "okjson2");
            assertThat(accounts.get(0))
                    .isEqualTo(new Account(
                            8,
                            "alice",
                            "Alice Anderson",
                            "Alice",
                            "Anderson",
                            "alice@example.com",
                            "EMP-ALICE",
                            "manual",
                            null,
                            "HR",
                            "Oslo",
                            "NO",
                            "en",
                            false,
                            true));
            assertSentAsIn(recording);
        }

        @Test
        void accountsThatTheTokenMayNotSeeAreNobody() {
            replay("nocap.get_users_by_field");

            assertThat(value(client.users().byField(AccountField.USERNAME, List.of("alice"))))
                    .isEmpty();
        }

        @Test
        void cohorts() {
            Recording recording = replay("cohort.get.no_ids_all");

            List<Cohort> cohorts = value(client.cohorts().all());

            assertThat(cohorts).hasSize(14).contains(new Cohort(1, "Staff", "STAFF", true));
            assertThat(cohorts)
                    .filteredOn(cohort -> cohort.idnumber().equals("DUPC"))
                    .hasSize(2);
            assertSentAsIn(recording);
        }

        @Test
        void createCohorts() {
            Recording recording = replay("cohort.create.html_name");

            List<Cohort> created = value(client.cohorts().create(List.of(new NewCohort("A <b>b</b> & c", "N11"))));

            assertThat(created).containsExactly(new Cohort(18, "A <b>b</b> & c", "N11", true));
            assertSentAsIn(recording);
        }

        @Test
        void cohortMembers() {
            Recording recording = replay("ok.get_cohort_members");

            assertThat(value(client.cohorts().members(List.of(5L))))
                    .containsExactly(new CohortMembers(5, List.of(15L, 14L)));
            assertSentAsIn(recording);
        }

        @Test
        void addCohortMembers() {
            replay("cohort.add.unknown_cohort_id");

            assertThat(value(client.cohorts().addMembers(List.of(new NewMember(1, 9), new NewMember(9999, 9)))))
                    .containsExactly(new MemberWarning(9999, 9, "2", "cohort id=9999 not exists", false));
            assertThat(site.requests.get(0).fields())
                    .containsEntry("members[0][cohorttype][type]", "id")
                    .containsEntry("members[0][cohorttype][value]", "1")
                    .containsEntry("members[1][usertype][type]", "id")
                    .containsEntry("members[1][usertype][value]", "9");
        }

        @Test
        void coursesByShortname() {
            Recording recording = replay("course.by_field_hidden");

            assertThat(value(client.courses().byShortname("HIDDEN1")))
                    .containsExactly(new Course(7, "HIDDEN1", "Hidden course", "HIDDEN1", false, 2L));
            assertSentAsIn(recording);
        }

        @Test
        void participants() {
            replay("enrol.get_enrolled_users.userfields_paged");

            assertThat(value(client.enrolments().participants(2)))
                    .containsExactly(
                            new Participant(8, List.of(new Role(5, "student"))),
                            new Participant(9, List.of(new Role(5, "student"))));
            assertThat(site.requests.get(0).fields())
                    .containsEntry("options[0][name]", "userfields")
                    .containsEntry("options[0][value]", "id,roles")
                    .containsEntry("options[1][name]", "limitfrom")
                    .containsEntry("options[2][name]", "limitnumber")
                    .containsEntry("options[3][name]", "sortby");
        }

        @Test
        void enrolUsers() {
            Recording recording = replay("enrol.reenrol_updates_timeend_and_suspend");
            Enrolment enrolment = new Enrolment(
                    9, 3, 5, Instant.ofEpochSecond(1_700_000_000), Instant.ofEpochSecond(1_900_000_000), true);

            assertThat(value(client.enrolments().enrol(List.of(enrolment)))).isEqualTo(new Acknowledged(1));
            assertSentAsIn(recording);
        }
    }

    @Nested
    class RefusedCalls {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                nullValues = "-",
                value = {
                    "create.bad_email|invalidparameter|Invalid parameter value detected|-",
                    "create.bad_email.debugnormal|invalidparameter|Invalid parameter value detected"
                            + "|Email address is invalid: not-an-email",
                    "create.bad_email.dev|invalidparameter|Invalid parameter value detected"
                            + "|Email address is invalid: not-an-email",
                    "create.password_policy_fail_short|passwordpolicy|Passwords must be at least 8 characters long."
                            + " Passwords must have at least 1 digit(s). Passwords must have at least 1 upper case"
                            + " letter(s). The password must have at least 1 special character(s) such as *, -, or #.|-",
                    "create.password_129_chars|passwordpolicy|The password can't be more than 128 characters.|-",
                    "course.by_field_ids_list|''|Attempt to assign property \"contextvalidated\" on null|-",
                    "limit.nginx_client_max_body_size_1m|requesttoolarge"
                            + "|The request is larger than the site takes (HTTP 413).|-",
                })
        void tellCodeAndSentence(String recording, String code, String message, String debugInfo) {
            replay(recording);

            assertThat(client.users().create(List.of(user("a", "b"))))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.errorCode()).isEqualTo(code);
                        assertThat(refused.message()).isEqualTo(message);
                        assertThat(refused.debugInfo()).isEqualTo(debugInfo);
                    });
        }

        @Test
        void tellAPermissionThatIsMissingInOneCourse() {
            replay("nocap.enrol_users");

            assertThat(client.enrolments().enrol(List.of(new Enrolment(9, 3, 5, null, null, null))))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.lacksPermission()).isTrue();
                        assertThat(refused.message()).isEqualTo("Course or activity not accessible.");
                    });
        }

        @Test
        void ofALargeFormThatPhpDroppedWhole() {
            replay("limit.post_max_size.9MB_token_in_body");

            assertThat(client.users().create(List.of(user("a", "b").with(UserField.DESCRIPTION, "x".repeat(100_000)))))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.errorCode()).isEqualTo(Refused.TOO_LARGE));
        }
    }

    @Nested
    class UnavailableCalls {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "proto.malformed_token|ACCESS|ROLLCALL_MOODLE_TOKEN",
                    "proto.suspended_user_token|ACCESS|is suspended",
                    "proto.sitepolicy_not_agreed.create_users|ACCESS|policy",
                    "proto.function_not_in_service|ACCESS|core_cohort_create_cohorts",
                    "proto.unknown_function|ACCESS|does not have the function core_cohort_create_cohorts",
                    "nocap.create_cohorts|ACCESS|moodle/cohort:manage",
                    "proto.rest_protocol_disabled|ACCESS|switched off",
                    "proto.maintenance_mode_ui|MAINTENANCE|closed for maintenance",
                    "proto.maintenance_mode_cli.create_users|MAINTENANCE|closed for maintenance",
                    "proto.wrong_path_404|NOT_MOODLE|HTTP 404",
                    "proto.host_mismatch.localhost|NOT_MOODLE|sends calls on to http://127.0.0.1:8080;",
                    "limit.post_max_size.9MB_token_in_body|NOT_MOODLE|drops it",
                })
        void tellKindAndWhatToMend(String recording, UnavailableKind kind, String part) {
            replay(recording);

            assertThat(client.cohorts().create(List.of(new NewCohort("Name", "ID"))))
                    .isInstanceOfSatisfying(Unavailable.class, unavailable -> {
                        assertThat(unavailable.kind()).isEqualTo(kind);
                        assertThat(unavailable.reason()).contains(part).doesNotContain(StubSite.TOKEN);
                    });
            assertThat(site.requests).hasSize(1);
        }

        @Test
        void tellHowLongMaintenanceAsksToWait() {
            replay("proto.maintenance_mode_cli.create_users");

            assertThat(client.site().info())
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            unavailable -> assertThat(unavailable.retryAfter()).hasMinutes(5));
        }
    }

    @Test
    void aWriteThatMoodleCarriedOutButCouldNotDescribeIsAmbiguous() {
        replay("update.password_policy_middle_of_three");

        assertThat(client.users().create(List.of(user("a", "b")))).isInstanceOf(Outcome.Ambiguous.class);
    }

    private Recording replay(String name) {
        Recording recording = Recording.of(name);
        site.replying(StubSite.recorded(recording));
        return recording;
    }

    private void assertSentAsIn(Recording recording) {
        Map<String, String> expected = new LinkedHashMap<>(recording.request());
        expected.put("wstoken", StubSite.TOKEN);
        assertThat(site.requests)
                .singleElement()
                .extracting(StubSite.Request::fields)
                .isEqualTo(expected);
    }

    private static NewUser user(String username, String lastname) {
        return NewUser.of(username, "F" + username, lastname, username + "@example.com")
                .withPassword("Passw0rd#1");
    }

    private static <T> T value(Outcome<T> outcome) {
        if (outcome instanceof Done<T> done) {
            return done.value();
        }
        throw new AssertionError(outcome.toString());
    }
}
