package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.moodle.RecordedSite.value;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.moodle.Outcome.Refused;

class EnrolmentFunctionsTest {

    private final RecordedSite site = new RecordedSite();
    private final EnrolmentFunctions enrolments = site.client.enrolments();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void participantsHaveRoles() {
        site.replay("enrol.get_enrolled_users.userfields_paged");

        assertThat(value(enrolments.participants(2)))
                .containsExactly(
                        new Participant(8, List.of(new Role(5, "student"))),
                        new Participant(9, List.of(new Role(5, "student"))));
        assertThat(site.parameters())
                .containsEntry("options[0][name]", "userfields")
                .containsEntry("options[0][value]", "id,roles")
                .containsEntry("options[1][name]", "limitfrom")
                .containsEntry("options[2][name]", "limitnumber")
                .containsEntry("options[3][name]", "sortby");
    }

    @Test
    void peopleAreToldWithRolesAndWhenTheyCame() {
        site.replay("ok.get_enrolled_users");

        assertThat(value(enrolments.people(2))).hasSize(5).first().satisfies(alice -> {
            assertThat(alice.person().username()).isEqualTo("alice");
            assertThat(alice.person().email()).isEqualTo("alice@example.com");
            assertThat(alice.person().isDeleted()).isFalse();
            assertThat(alice.roles()).containsExactly(new Role(5, "student"));
            assertThat(alice.lastCourseAccess()).as("never").isNull();
            assertThat(alice.tellsCourseAccess()).isTrue();
        });
        assertThat(site.parameters())
                .containsEntry(
                        "options[0][value]", "id,username,fullname,email,idnumber,lastaccess,lastcourseaccess,roles");
    }

    @Test
    void whenPeopleCameIsNotToldWhereTheSiteKeepsIt() {
        site.replay("enrol.get_enrolled_users.onlyactive");

        assertThat(value(enrolments.lastCame(3))).singleElement().satisfies(carol -> {
            assertThat(carol.person().id()).isEqualTo(10);
            assertThat(carol.lastCourseAccess()).isNull();
            assertThat(carol.tellsCourseAccess()).isFalse();
        });
        assertThat(site.parameters()).containsEntry("options[0][value]", "id,lastcourseaccess");
    }

    @Test
    void participantIdsAreAskedForAlone() {
        site.replay("enrol.get_enrolled_users.onlyactive");

        assertThat(value(enrolments.participantIds(3, Participation.ACTIVE))).containsExactly(10L);
        assertThat(site.parameters())
                .containsExactly(
                        Map.entry("courseid", "3"),
                        Map.entry("options[0][name]", "userfields"),
                        Map.entry("options[0][value]", "id"),
                        Map.entry("options[1][name]", "limitfrom"),
                        Map.entry("options[1][value]", "0"),
                        Map.entry("options[2][name]", "limitnumber"),
                        Map.entry("options[2][value]", "5000"),
                        Map.entry("options[3][name]", "sortby"),
                        Map.entry("options[3][value]", "id"),
                        Map.entry("options[4][name]", "onlyactive"),
                        Map.entry("options[4][value]", "1"));
    }

    @ParameterizedTest
    @CsvSource({"ANY,", "ACTIVE, onlyactive", "SUSPENDED, onlysuspended"})
    void participantIdsAreThoseOfOneKind(Participation participation, @Nullable String option) {
        site.replay("enrol.get_enrolled_users.onlyactive");

        assertThat(enrolments.participantIds(3, participation).isDone()).isTrue();
        assertThat(site.parameters().get("options[4][name]")).isEqualTo(option);
    }

    @Test
    void coursesOfSomebody() {
        Recording recording = site.replay("ok.get_users_courses");

        assertThat(value(enrolments.coursesOf(14)))
                .containsExactly(new EnrolledCourse(
                        2,
                        "ENG101",
                        "English composition",
                        "ENG101",
                        true,
                        0.0,
                        false,
                        true,
                        true,
                        true,
                        Instant.parse("2025-01-01T00:00:00Z"),
                        null,
                        null));
        site.assertSentAsIn(recording);
    }

    @ParameterizedTest
    @CsvSource({"enrol.get_users_courses.unknown_user", "nocap.get_users_courses"})
    void coursesOfNobodyAreNone(String recording) {
        site.replay(recording);

        assertThat(value(enrolments.coursesOf(999999))).isEmpty();
    }

    @Test
    void enrolSendsWindowAndSuspension() {
        Recording recording = site.replay("enrol.reenrol_updates_timeend_and_suspend");
        Enrolment enrolment = new Enrolment(
                9, 3, 5, Instant.ofEpochSecond(1_700_000_000), Instant.ofEpochSecond(1_900_000_000), true);

        assertThat(value(enrolments.enrol(List.of(enrolment)))).isEqualTo(new Acknowledged(1));
        site.assertSentAsIn(recording);
    }

    @Test
    void unenrolSendsAccountAndCourse() {
        Recording recording = site.replay("ok.unenrol_users");

        assertThat(value(enrolments.unenrol(List.of(new Unenrolment(15, 2))))).isEqualTo(new Acknowledged(1));
        site.assertSentAsIn(recording);
    }

    @Test
    void unenrolIsDoneForSomebodyWhoIsNotEnrolled() {
        site.replay("enrol.unenrol.not_enrolled");

        assertThat(enrolments.unenrol(List.of(new Unenrolment(11, 2))).isDone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "enrol.unenrol.no_manual_instance_rollback, wsnoinstance, false",
        "enrol.unenrol.unknown_course_rollback, invalidrecord, false",
        "enrol.unenrol.unknown_user_rollback, invaliduser, false",
        "nocap.unenrol_users, requireloginerror, true",
    })
    void unenrolIsRefusedWhole(String recording, String code, boolean lacksPermission) {
        site.replay(recording);

        assertThat(enrolments.unenrol(List.of(new Unenrolment(9, 2), new Unenrolment(9, 9999))))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.errorCode()).isEqualTo(code);
                    assertThat(refused.lacksPermission()).isEqualTo(lacksPermission);
                });
    }
}
