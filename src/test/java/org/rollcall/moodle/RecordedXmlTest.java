package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rollcall.moodle.RecordedSite.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;

/** The same call to a real Moodle, answered in JSON and in XML, comes to the same. */
class RecordedXmlTest {

    private final RecordedSite json = new RecordedSite(AnswerFormat.JSON);
    private final RecordedSite xml = new RecordedSite(AnswerFormat.XML);

    @AfterEach
    void close() {
        json.close();
        xml.close();
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                call("ok.get_site_info", client -> client.site().info()),
                call("ok.update_users", client -> client.users().update(List.of(UserUpdate.of(14)))),
                call(
                        "update.unknown_id_between_good",
                        client -> client.users().update(List.of(UserUpdate.of(8), UserUpdate.of(999999)))),
                call("ok.delete_users", client -> client.users().delete(List.of(14L))),
                call(
                        "lookup.by_username_none_found",
                        client -> client.users().byField(AccountField.USERNAME, List.of("nobody"))),
                call(
                        "getusers.same_key_twice",
                        client -> client.users().search(Map.of(UserCriterion.USERNAME, "alice"))),
                call("ok.delete_cohorts", client -> client.cohorts().delete(List.of(5L))),
                call("ok.add_cohort_members", client -> client.cohorts().addMembers(List.of(new NewMember(5, 14)))),
                call(
                        "cohort.add.unknown_user",
                        client -> client.cohorts().addMembers(List.of(new NewMember(1, 9), new NewMember(1, 999999)))),
                call(
                        "ok.delete_cohort_members",
                        client -> client.cohorts().removeMembers(List.of(new MemberRemoval(5, 15)))),
                call("ok.get_courses", client -> client.courses().byIds(List.of(2L, 3L))),
                call(
                        "ok.get_courses_by_field_shortname",
                        client -> client.courses().byShortname("ENG101")),
                call(
                        "ok.enrol_users",
                        client -> client.enrolments().enrol(List.of(new Enrolment(14, 2, 5, null, null, null)))),
                call("ok.unenrol_users", client -> client.enrolments().unenrol(List.of(new Unenrolment(15, 2)))),
                call("ok.get_users_courses", client -> client.enrolments().coursesOf(14)),
                call("ok.get_course_groups", client -> client.groups().ofCourse(2)),
                call("ok.add_group_members", client -> client.groups().addMembers(List.of(new NewGroupMember(2, 14)))),
                call(
                        "ok.get_activities_completion_status",
                        client -> client.progress().activities(2, 8)),
                call(
                        "ok.get_course_completion_status",
                        client -> client.progress().course(2, 8)),
                call("ok.user_get_grade_items", client -> client.progress().gradeItems(2, 8)),
                call("ok.user_get_grade_items", client -> {
                    List<UserGrades> everybody = new ArrayList<>();
                    return client.progress().gradeItems(2, () -> everybody::add).map(count -> everybody);
                }),
                call(
                        "ok.overview_get_course_grades",
                        client -> client.progress().courseGrades(8)));
    }

    private static Arguments call(String recording, Function<MoodleClient, Outcome<?>> call) {
        return Arguments.of(recording, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void aCallComesToTheSame(String recording, Function<MoodleClient, Outcome<?>> call) {
        json.replay(recording);
        xml.replay(recording + ".xml");

        Outcome<?> outcome = call.apply(xml.client);

        assertThat(outcome).isInstanceOfAny(Done.class, Refused.class).isEqualTo(call.apply(json.client));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proto.empty_users_array_flat",
                "proto.function_not_in_service",
                "proto.ip_restricted_token",
                "proto.maintenance_mode_ui",
                "proto.malformed_token",
                "proto.missing_required_key_email",
                "proto.no_function",
                "proto.no_token",
                "proto.rest_protocol_disabled",
                "proto.scalar_instead_of_array",
                "proto.service_disabled",
                "proto.suspended_user_token",
                "proto.unexpected_extra_key",
                "proto.unexpected_extra_toplevel_param",
                "proto.unknown_function",
                "proto.user_without_webservice_rest_use",
                "proto.webservices_disabled",
                "proto.wrong_type_bool",
            })
    void anErrorComesToTheSame(String recording) {
        json.replay(recording);
        xml.replay(recording + ".xml");

        Outcome<?> outcome = xml.client.cohorts().create(List.of(new NewCohort("Name", "ID")));

        assertThat(outcome)
                .isInstanceOfAny(Refused.class, Unavailable.class)
                .isEqualTo(json.client.cohorts().create(List.of(new NewCohort("Name", "ID"))));
    }

    @Nested
    class InXml {

        @Test
        void accountsHaveAllTheirFields() {
            xml.replay("ok.get_users_by_field.xml");

            List<Account> accounts = value(xml.client
                    .users()
                    .byField(AccountField.USERNAME, List.of("alice", "okxml1", "okxml2", "nosuchuser")));

            assertThat(accounts)
                    .contains(new Account(
                            8,
                            "alice",
                            "Alice Anderson",
                            "Alice",
                            "Anderson",
                            "alice@example.com",
                            false,
                            true,
                            Map.of(
                                    UserField.AUTH, "manual",
                                    UserField.IDNUMBER, "EMP-ALICE",
                                    UserField.LANG, "en",
                                    UserField.TIMEZONE, "99",
                                    UserField.MAILFORMAT, "1",
                                    UserField.CITY, "Oslo",
                                    UserField.COUNTRY, "NO",
                                    UserField.DEPARTMENT, "HR"),
                            Map.of(
                                    "staffid",
                                    new CustomField("text", "S-0001"),
                                    "site",
                                    new CustomField("menu", "London"))));
            assertThat(accounts).extracting(Account::lastname).contains("Æøå \"&'ü 漢字 O'Neil-Ñ");
        }

        @Test
        void aSearchFindsAccounts() {
            xml.replay("ok.get_users.xml");

            assertThat(value(xml.client.users().search(Map.of(UserCriterion.USERNAME, "okxml1"))))
                    .extracting(Account::id, Account::email, Account::suspended, Account::confirmed)
                    .containsExactly(tuple(16L, "okxml1@example.com", false, true));
        }

        @Test
        void createdUsersAreThoseAsked() {
            xml.replay("ok.create_users.xml");

            assertThat(value(xml.client
                            .users()
                            .create(List.of(
                                    NewUser.of("okxml1", "F", "L", "okxml1@example.com"),
                                    NewUser.of("okxml2", "F", "L", "okxml2@example.com")))))
                    .containsExactly(new CreatedUser(16, "okxml1"), new CreatedUser(17, "okxml2"));
        }

        @Test
        void cohortsAndTheirMembers() {
            xml.replay("cohort.get.no_ids_all.xml");
            assertThat(value(xml.client.cohorts().all())).contains(new Cohort(1, "Staff", "STAFF", true));

            xml.replay("ok.search_cohorts.xml");
            assertThat(value(xml.client.cohorts().search("Cxml")))
                    .extracting(Cohort::idnumber)
                    .containsExactly("Cxml1", "Cxml2");

            xml.replay("ok.create_cohorts_system.xml");
            assertThat(value(xml.client.cohorts().create(List.of(new NewCohort("C xml 1", "Cxml1")))))
                    .containsExactly(new Cohort(7, "C xml 1", "Cxml1", true));

            xml.replay("ok.get_cohort_members.xml");
            assertThat(value(xml.client.cohorts().members(List.of(7L))))
                    .containsExactly(new CohortMembers(7, List.of(17L, 16L)));
        }

        @Test
        void participantsHaveRoles() {
            xml.replay("ok.get_enrolled_users.xml");

            assertThat(value(xml.client.enrolments().participants(2)))
                    .contains(new Participant(8, List.of(new Role(5, "student"))));
        }

        @Test
        void createdGroupsAreTold() {
            xml.replay("ok.create_groups.xml");

            assertThat(value(xml.client.groups().create(List.of(new NewGroup(2, "G xml", "Gxml")))))
                    .containsExactly(new Group(3, 2, "G xml", "Gxml"));
        }

        @Test
        void theFormatIsAskedFor() {
            xml.replay("ok.delete_cohorts.xml");

            assertThat(xml.client.cohorts().delete(List.of(5L)).isDone()).isTrue();
            assertThat(xml.stub.requests.get(0).fields()).containsEntry("moodlewsrestformat", "xml");
        }

        @Test
        void aDebuggingSiteTellsTheCulpritOnce() {
            xml.replay("create.xml.dup_username_existing.dev");

            assertThat(xml.client.users().create(List.of(NewUser.of("alice", "A", "A", "zz@example.com"))))
                    .isEqualTo(new Refused<>(
                            "core\\exception\\invalid_parameter_exception",
                            "invalidparameter",
                            "Invalid parameter value detected",
                            "Username already exists: alice"));
        }

        @Test
        void aLargeFormThatPhpDroppedWholeIsTooLarge() {
            xml.replay("limit.post_max_size.9MB_token_in_body");
            NewUser large = NewUser.of("a", "A", "A", "a@example.com").with(UserField.DESCRIPTION, "x".repeat(100_000));

            assertThat(xml.client.users().create(List.of(large)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.errorCode()).isEqualTo(Refused.TOO_LARGE));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<?xml version=\"1.0\"?><RESPONSE><MULTIPLE><SINGLE><KEY name=\"id\">",
                    "<RESPONSE><VALUE>\u0001</VALUE></RESPONSE>",
                    "[]",
                    "",
                    "<html>Log in</html>"
                })
        void whatIsUnreadableIsAmbiguousForAWriteAndNoAnswerToARead(String body) {
            xml.stub.replying(StubSite.status(200, Map.of("Content-Type", "application/xml"), body));

            assertThat(xml.client.cohorts().create(List.of(new NewCohort("Name", "ID"))))
                    .isInstanceOf(Ambiguous.class);
            assertThat(xml.client.cohorts().all()).isInstanceOf(Unavailable.class);
        }
    }
}
