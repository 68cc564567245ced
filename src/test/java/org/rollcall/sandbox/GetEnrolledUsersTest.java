package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What odd options do to the list of a course's people, and when; ENG101 (2) has somebody, MATH201 (3) nobody. */
@TestInstance(Lifecycle.PER_CLASS)
class GetEnrolledUsersTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withDebug(Debug.NORMAL));

    @BeforeAll
    void enrolAnn() {
        SandboxForm.creating(List.of("ann")).send(sandbox);
        SandboxForm.calling("enrol_manual_enrol_users")
                .with("enrolments[0][roleid]", "5")
                .with("enrolments[0][userid]", "4")
                .with("enrolments[0][courseid]", "2")
                .send(sandbox);
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private static SandboxForm listing(String course, String option, String value) {
        return SandboxForm.calling("core_enrol_get_enrolled_users")
                .with("courseid", course)
                .with("options[0][name]", option)
                .with("options[0][value]", value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2  | userfields    | id, username | "username":"ann"
            2  | userfields    | shoesize     | Invalid user field: shoesize
            3  | userfields    | shoesize     | []
            99 | userfields    | shoesize     | "errorcode":"invalidrecord"
            2  | sortby        | email        | (value: email), allowed values are: id,firstname,lastname,siteorder
            99 | sortby        | email        | (value: email), allowed values are: id,firstname,lastname,siteorder
            2  | sortdirection | up           | (value: UP),allowed values are: ASC,DESC
            2  | nonsense      | 1            | "username":"ann"
            2  | limitnumber   | many         | "username":"ann"
            """)
    void answersOddOptions(String course, String option, String value, String answer) {
        assertThat(listing(course, option, value).send(sandbox)).contains(answer);
    }

    @Test
    void refusesTheActiveAndTheSuspendedAtATimeOnceTheCourseIsKnown() {
        String answer = listing("2", "onlyactive", "1")
                .with("options[1][name]", "onlysuspended")
                .with("options[1][value]", "1")
                .send(sandbox);
        String unknown = listing("99", "onlyactive", "1")
                .with("options[1][name]", "onlysuspended")
                .with("options[1][value]", "1")
                .send(sandbox);

        assertThat(answer).contains("Both onlyactive and onlysuspended are set").doesNotContain("debuginfo");
        assertThat(unknown).contains("\"errorcode\":\"invalidrecord\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onlyactive", "onlysuspended"})
    void tellsWhoIsActiveOnlyToThoseWhoMayReviewEnrolments(String option) {
        String seed = """
                site: {name: Seen, shortname: seen}
                courses: [{shortname: C1, fullname: Course 1}]
                users:
                  - username: service
                    firstname: Web
                    lastname: Service
                    email: service@example.com
                    capabilities: [webservice/rest:use, moodle/course:view, moodle/course:viewparticipants]
                tokens: [{user: service}]
                functions: [core_enrol_get_enrolled_users]
                """;
        try (Sandbox site = Sandbox.start(SandboxOptions.inMemory().withSeed(seed))) {
            assertThat(listing("2", option, "0").send(site)).isEqualTo("[]");
            assertThat(listing("2", option, "1").send(site)).contains("\"errorcode\":\"nopermissions\"");
        }
    }

    @Test
    void leavesOutWhomTheCallerMayNotSee() {
        String seed = """
                site: {name: Seen, shortname: seen}
                courses: [{shortname: C1, fullname: Course 1}]
                users:
                  - {username: ann, firstname: Ann, lastname: A, email: ann@example.com}
                  - {username: tess, firstname: Tess, lastname: T, email: tess@example.com}
                  - username: service
                    firstname: Web
                    lastname: Service
                    email: service@example.com
                    capabilities: [webservice/rest:use, moodle/course:view, moodle/course:viewparticipants]
                enrolments:
                  - {course: C1, user: ann, role: student}
                  - {course: C1, user: tess, role: editingteacher}
                tokens: [{user: service}]
                functions: [core_enrol_get_enrolled_users]
                """;
        try (Sandbox site = Sandbox.start(SandboxOptions.inMemory().withSeed(seed))) {
            assertThat(listing("2", "userfields", "id").send(site))
                    .contains("Tess T")
                    .doesNotContain("Ann A");
        }
    }
}
