package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;

/** The client against answers by which a real Moodle did not do what was asked. */
class RecordedErrorsTest {

    private final RecordedSite site = new RecordedSite();
    private final MoodleClient client = site.client;

    @AfterEach
    void close() {
        site.close();
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
            site.replay(recording);

            assertThat(client.users().create(List.of(user("a", "b"))))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.errorCode()).isEqualTo(code);
                        assertThat(refused.message()).isEqualTo(message);
                        assertThat(refused.debugInfo()).isEqualTo(debugInfo);
                    });
        }

        @Test
        void tellAPermissionThatIsMissingInOneCourse() {
            site.replay("nocap.enrol_users");

            assertThat(client.enrolments().enrol(List.of(new Enrolment(9, 3, 5, null, null, null))))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.lacksPermission()).isTrue();
                        assertThat(refused.message()).isEqualTo("Course or activity not accessible.");
                    });
        }

        @Test
        void ofALargeFormThatPhpDroppedWhole() {
            site.replay("limit.post_max_size.9MB_token_in_body");

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
                    "proto.malformed_token|TOKEN|ROLLCALL_MOODLE_TOKEN",
                    "proto.suspended_user_token|ACCOUNT|is suspended",
                    "proto.sitepolicy_not_agreed.create_users|ACCOUNT|policy",
                    "proto.function_not_in_service|SERVICE|core_cohort_create_cohorts",
                    "proto.unknown_function|SERVICE|does not have the function core_cohort_create_cohorts",
                    "nocap.create_cohorts|PERMISSION|moodle/cohort:manage",
                    "proto.rest_protocol_disabled|SERVICES_OFF|switched off",
                    "proto.maintenance_mode_ui|MAINTENANCE|closed for maintenance",
                    "proto.maintenance_mode_cli.create_users|MAINTENANCE|closed for maintenance",
                    "proto.wrong_path_404|NOT_MOODLE|HTTP 404",
                    "proto.host_mismatch.localhost|NOT_MOODLE|own address is http://127.0.0.1:8080;",
                    "limit.post_max_size.9MB_token_in_body|NOT_MOODLE|drops it",
                })
        void tellKindAndWhatToMend(String recording, UnavailableKind kind, String part) {
            site.replay(recording);

            assertThat(client.cohorts().create(List.of(new NewCohort("Name", "ID"))))
                    .isInstanceOfSatisfying(Unavailable.class, unavailable -> {
                        assertThat(unavailable.kind()).isEqualTo(kind);
                        assertThat(unavailable.reason()).contains(part).doesNotContain(StubSite.TOKEN);
                    });
            assertThat(site.stub.requests).hasSize(1);
        }

        @Test
        void tellHowLongMaintenanceAsksToWait() {
            site.replay("proto.maintenance_mode_cli.create_users");

            assertThat(client.site().info())
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            unavailable -> assertThat(unavailable.retryAfter()).hasMinutes(5));
        }
    }

    @Test
    void aWriteThatMoodleCarriedOutButCouldNotDescribeIsAmbiguous() {
        site.replay("update.password_policy_middle_of_three");

        assertThat(client.users().create(List.of(user("a", "b")))).isInstanceOf(Outcome.Ambiguous.class);
    }

    private static NewUser user(String username, String lastname) {
        return NewUser.of(username, "F" + username, lastname, username + "@example.com")
                .withPassword("Passw0rd#1");
    }
}
