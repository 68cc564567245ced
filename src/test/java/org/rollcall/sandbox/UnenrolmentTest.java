package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unenrolling as a stock Moodle does it, beyond what was recorded. */
class UnenrolmentTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withDebug(Debug.NORMAL));

    @BeforeEach
    void enrolAnn() {
        SandboxForm.creating(List.of("ann", "ben")).send(sandbox);
        assertThat(enrol("4", "2")).isEqualTo("null");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String enrol(String user, String course) {
        return SandboxForm.calling("enrol_manual_enrol_users")
                .with("enrolments[0][roleid]", "5")
                .with("enrolments[0][userid]", user)
                .with("enrolments[0][courseid]", course)
                .send(sandbox);
    }

    private static SandboxForm unenrolling(String user, String course) {
        return SandboxForm.calling("enrol_manual_unenrol_users")
                .with("enrolments[0][userid]", user)
                .with("enrolments[0][courseid]", course);
    }

    @Test
    void takesRolesAndGroupsAlong() {
        SandboxForm.calling("core_group_create_groups")
                .with("groups[0][courseid]", "2")
                .with("groups[0][name]", "A")
                .with("groups[0][description]", "")
                .send(sandbox);
        SandboxForm.calling("core_group_add_group_members")
                .with("members[0][groupid]", "1")
                .with("members[0][userid]", "4")
                .send(sandbox);

        assertThat(unenrolling("4", "2").send(sandbox)).isEqualTo("null");
        assertThat(sandbox.state().enrolments("ENG101")).isEmpty();
        assertThat(enrol("4", "2")).isEqualTo("null");
        assertThat(SandboxForm.calling("core_enrol_get_enrolled_users")
                        .with("courseid", "2")
                        .send(sandbox))
                .contains("\"username\":\"ann\"")
                .doesNotContain("\"groups\"");
    }

    @Test
    void takesGradesAndLastAccessAlong() {
        try (Sandbox progress = Sandbox.start(ProgressSite.options())) {
            assertThat(unenrolling("4", "2").send(progress)).isEqualTo("null");
            SandboxForm.calling("enrol_manual_enrol_users")
                    .with("enrolments[0][roleid]", "5")
                    .with("enrolments[0][userid]", "4")
                    .with("enrolments[0][courseid]", "2")
                    .send(progress);

            assertThat(SandboxForm.calling("gradereport_user_get_grade_items")
                            .with("courseid", "2")
                            .with("userid", "4")
                            .send(progress))
                    .contains("\"graderaw\":null")
                    .doesNotContain("\"graderaw\":8");
            assertThat(SandboxForm.calling("core_enrol_get_users_courses")
                            .with("userid", "4")
                            .send(progress))
                    .contains("\"lastaccess\":null");
        }
    }

    @Test
    void keepsTheRoleWhileAnotherMethodStillEnrols() {
        sandbox.database()
                .jdbc()
                .sql("INSERT INTO mdl_enrol (id, enrol, courseid, status) VALUES (99, 'self', 2, 0)")
                .update();
        sandbox.database()
                .jdbc()
                .sql("INSERT INTO mdl_user_enrolments (enrolid, userid, status, timestart, timeend)"
                        + " VALUES (99, 4, 0, 0, 0)")
                .update();

        assertThat(unenrolling("4", "2").send(sandbox)).isEqualTo("null");
        assertThat(sandbox.state().enrolments("ENG101"))
                .containsExactly(new SandboxEnrolment("ann", List.of("student"), 0, 0, false));
    }

    @Test
    void worksOnADisabledMethodToo() {
        sandbox.database().jdbc().sql("UPDATE mdl_enrol SET status = 1").update();

        assertThat(unenrolling("4", "2").send(sandbox)).isEqualTo("null");
        assertThat(sandbox.state().enrolments("ENG101")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5   | 2   | null
            4   | 3   | null
            4   | 99  | SELECT id,category FROM {course} WHERE id = ?
            99  | 2   | "errorcode":"invaliduser"
            1   | 2   | "errorcode":"guestsarenotallowed"
            99  | 1   | does not exist or is disabled for the course (id = 1)
            4   | 1   | does not exist or is disabled for the course (id = 1)
            ann | 2   | the server was expecting \\"int\\" type
            """)
    void answersWhoIsNotThere(String user, String course, String answer) {
        assertThat(unenrolling(user, course).send(sandbox).replace("doesn't", "does not"))
                .contains(answer);
        assertThat(sandbox.state().enrolments("ENG101")).hasSize(1);
    }

    /** Since Moodle 4.5.6 both functions ask {@code require_active_user}, the one before the role, the other last. */
    @Nested
    class OfAnAccountThatIsNoLongerInUse {
        @Test
        void isRefusedOnceItIsDeleted() {
            sandbox.database()
                    .jdbc()
                    .sql("UPDATE mdl_user SET deleted = 1 WHERE id = 4")
                    .update();

            assertThat(unenrolling("4", "2").send(sandbox)).contains("\"errorcode\":\"userdeleted\"");
        }

        @Test
        void isRefusedWhileItIsUnconfirmed() {
            sandbox.database()
                    .jdbc()
                    .sql("UPDATE mdl_user SET confirmed = 0 WHERE id = 4")
                    .update();

            assertThat(unenrolling("4", "2").send(sandbox)).contains("\"errorcode\":\"usernotconfirmed\"");
            assertThat(sandbox.state().enrolments("ENG101")).hasSize(1);
        }

        @Test
        void decidesTheAnswerWhenTheRoleOrTheMethodIsWrongToo() {
            SandboxForm enrolling = SandboxForm.calling("enrol_manual_enrol_users")
                    .with("enrolments[0][roleid]", "1")
                    .with("enrolments[0][userid]", "99")
                    .with("enrolments[0][courseid]", "1");

            assertThat(enrolling.send(sandbox)).contains("\"errorcode\":\"invaliduser\"");
        }
    }
}
