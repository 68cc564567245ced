package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.sandbox.SandboxEnrolment;
import tools.jackson.databind.JsonNode;

/** A process that is killed while it changes what is there, and the same command again. */
@DisplayName("A run that changes enrolments and fills groups, and whose process was killed,")
class KilledEnrolmentsTest {

    private static final int PEOPLE = 40;

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws Exception {
        installation = Installation.in(home);
        installation.settings("batch-size: 10\ncreate-missing-groups: true\n");
        Ending ending = installation.command("provision", roster("student,1,2026-09-01,30,"));
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private String roster(String enrolment) throws Exception {
        return installation
                .roster(
                        "roster.csv",
                        People.roster(
                                PEOPLE,
                                "course1,role1,enrolstatus1,enroltimestart1,enrolperiod1,group1",
                                "ENG101," + enrolment))
                .toString();
    }

    @ParameterizedTest(name = "{0} {2} of {1}")
    @DisplayName("ends with everything changed and filled once, and counted once")
    @CsvSource({
        "before-send, enrol_manual_enrol_users, 2",
        "after-answer, enrol_manual_enrol_users, 1",
        "before-commit-after-answer, enrol_manual_enrol_users, 3",
        "after-answer, core_enrol_get_enrolled_users, 2",
        "before-send, core_group_create_groups, 1",
        "after-answer, core_group_create_groups, 1",
        "before-commit-after-answer, core_group_create_groups, 1",
        "after-answer, core_group_get_group_members, 1",
        "before-send, core_group_add_group_members, 2",
        "after-answer, core_group_add_group_members, 1",
        "before-commit-after-answer, core_group_add_group_members, 3",
    })
    void changedOnce(String moment, String function, int nth) throws Exception {
        String roster = roster("teacher,0,,60,Choir");
        Ending killed = installation.commandInChild(
                List.of(
                        "-Dspring.main.sources=" + KillSwitch.class.getName(),
                        "-Dkill.at=" + moment,
                        "-Dkill.function=" + function,
                        "-Dkill.nth=" + nth),
                "provision",
                roster);
        assertThat(killed.exitCode()).as(killed.toString()).isEqualTo(KillSwitch.KILLED);

        Ending ending = installation.command("provision", roster);

        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        JsonNode summary = installation.summary(ending.run());
        assertThat(summary.at("/enrolments/changed").asInt()).isEqualTo(PEOPLE);
        assertThat(summary.at("/enrolments/made").asInt()).isZero();
        assertThat(summary.at("/enrolments/already").asInt()).isZero();
        assertThat(summary.at("/groups/created").asInt()).isEqualTo(1);
        assertThat(summary.at("/groups/membersAdded").asInt()).isEqualTo(PEOPLE);
        assertThat(summary.at("/groups/membersAlready").asInt()).isZero();
        assertThat(installation.sandbox().state().groupNames("ENG101")).containsExactly("Choir");
        assertThat(installation.sandbox().state().groupMembers("ENG101", "Choir"))
                .containsExactlyElementsOf(People.names(PEOPLE));
        long start = LocalDate.now(ZoneOffset.UTC).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        assertThat(installation.sandbox().state().enrolments("ENG101"))
                .extracting(SandboxEnrolment::username)
                .containsExactlyInAnyOrderElementsOf(People.names(PEOPLE));
        assertThat(installation.sandbox().state().enrolments("ENG101")).allSatisfy(enrolment -> {
            assertThat(enrolment.roles()).containsExactlyInAnyOrder("student", "teacher");
            assertThat(enrolment.suspended()).isFalse();
            assertThat(enrolment.timestart()).isBetween(start - 86_400, start);
            assertThat(enrolment.timeend() - enrolment.timestart()).isEqualTo(60 * 86_400L);
        });
        SiteCalls calls = new SiteCalls(installation.sandbox());
        assertThat(installation.command("provision", roster).exitCode()).isZero();
        assertThat(calls.writing()).isEmpty();
    }
}
