package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.sandbox.SandboxEnrolment;

/** Moodle sets an enrolment anew when it is asked for once more: a suspended one is active, an end is gone. */
@DisplayName("Somebody who is enrolled already, as a student, suspended and for thirty days,")
class RoleOfAnEnrolmentTest {

    private static final String HEADER =
            "username,firstname,lastname,email,password,course1,role1,enrolstatus1,enroltimestart1,enrolperiod1";

    @TempDir
    private Path home;

    private Installation installation;
    private SandboxEnrolment before;

    @BeforeEach
    void setUp() throws Exception {
        installation = Installation.in(home);
        assertThat(given("ENG101,student,1,2026-09-01,30").exitCode()).isZero();
        before = enrolment();
        assertThat(before.suspended()).isTrue();
        assertThat(before.timeend() - before.timestart()).isEqualTo(30L * 24 * 3600);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending given(String enrolment) throws Exception {
        Path roster =
                installation.roster("roster.csv", List.of(HEADER, "ann,Ann,A,ann@example.org,Passw0rd-1," + enrolment));
        return installation.command("provision", roster.toString());
    }

    private SandboxEnrolment enrolment() {
        return installation.sandbox().state().enrolments("ENG101").get(0);
    }

    @Test
    @DisplayName("stays as they are when the roster asks for the same role")
    void sameRole() throws Exception {
        assertThat(given("ENG101,student,,,").exitCode()).isZero();
        assertThat(enrolment()).isEqualTo(before);
    }

    @Test
    @DisplayName("stays as they are, with a warning, when the roster gives other dates")
    void otherDates() throws Exception {
        Ending ending = given("ENG101,student,0,2027-01-01,5");
        assertThat(ending.exitCode()).isZero();
        assertThat(ending.out()).contains("Warnings        1");
        assertThat(installation.csv(ending.run(), "problems.csv").get(1)).contains("warning", "course1.kept");
        assertThat(enrolment()).isEqualTo(before);
    }

    @Test
    @DisplayName("comes back when the roster asks for another role and does not say what becomes of the dates")
    void otherRole() throws Exception {
        Ending ending = given("ENG101,teacher,,,");
        assertThat(ending.exitCode()).isEqualTo(1);
        assertThat(installation.csv(ending.run(), "rejects.csv").get(1)).contains("role1.differs");
        assertThat(enrolment()).isEqualTo(before);
    }

    @Test
    @DisplayName("gets another role, with a warning, when the roster says what becomes of the enrolment")
    void otherRoleAndStatus() throws Exception {
        Ending ending = given("ENG101,teacher,1,2026-09-01,30");
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(installation.csv(ending.run(), "problems.csv").get(1)).contains("warning", "course1.role-added");
        assertThat(enrolment().roles()).containsExactlyInAnyOrder("student", "teacher");
        assertThat(enrolment().suspended()).isTrue();
        assertThat(enrolment().timeend()).isEqualTo(before.timeend());
    }
}
