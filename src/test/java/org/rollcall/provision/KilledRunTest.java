package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.sandbox.SandboxEnrolment;
import org.rollcall.sandbox.SandboxState;
import tools.jackson.databind.JsonNode;

/** A process that is killed at some moment, and the same command again: the site ends as if nothing had happened. */
@DisplayName("A run whose process was killed")
class KilledRunTest {

    private static final int PEOPLE = 60;
    private static final int REFUSED = 33;

    @TempDir
    private Path home;

    private Installation installation;
    private Path roster;

    @BeforeEach
    void setUp() throws Exception {
        installation = Installation.in(home);
        installation.settings("""
                batch-size: 10
                create-missing-cohorts: true
                """);
        roster = installation.roster("roster.csv", lines());
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    /** Sixty people in two cohorts, one of them new, and two courses; the site refuses one person's password. */
    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("username,firstname,lastname,email,password,cohort1,cohort2,course1,course2");
        for (int i = 1; i <= PEOPLE; i++) {
            String password = i == REFUSED ? "weak" : "Passw0rd-" + i;
            lines.add("p%02d,First%d,Last%d,p%02d@example.org,%s,STUDENTS-2026,NEW-2026,ENG101,BIO110"
                    .formatted(i, i, i, i, password));
        }
        return lines;
    }

    private Ending killed(String moment, String function, int nth) throws Exception {
        Ending ending = installation.commandInChild(
                List.of(
                        "-Dspring.main.sources=" + KillSwitch.class.getName(),
                        "-Dkill.at=" + moment,
                        "-Dkill.function=" + function,
                        "-Dkill.nth=" + nth),
                "provision",
                roster.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(KillSwitch.KILLED);
        return ending;
    }

    private void goOnToTheEnd() throws Exception {
        Ending ending = installation.command("provision", roster.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        assertEverythingIsThereOnce();
        assertTheSummaryIsOfAnUndisturbedRun(installation.summary(ending.run()));
        assertThat(installation.csv(ending.run(), "rejects.csv"))
                .hasSize(2)
                .last()
                .satisfies(row -> assertThat(row).contains("p33", "34", "password.policy"));
    }

    private void assertEverythingIsThereOnce() {
        List<String> people = new ArrayList<>();
        for (int i = 1; i <= PEOPLE; i++) {
            if (i != REFUSED) {
                people.add("p%02d".formatted(i));
            }
        }
        SandboxState site = installation.sandbox().state();
        assertThat(site.usernames().stream().filter(name -> name.matches("p\\d\\d")))
                .containsExactlyInAnyOrderElementsOf(people);
        assertThat(site.cohortIdnumbers().stream().filter("NEW-2026"::equals)).hasSize(1);
        assertThat(site.cohortMembers("STUDENTS-2026")).containsExactlyInAnyOrderElementsOf(people);
        assertThat(site.cohortMembers("NEW-2026")).containsExactlyInAnyOrderElementsOf(people);
        for (String course : List.of("ENG101", "BIO110")) {
            assertThat(site.enrolments(course))
                    .extracting(SandboxEnrolment::username)
                    .containsExactlyInAnyOrderElementsOf(people);
            assertThat(site.enrolments(course))
                    .allSatisfy(enrolment -> assertThat(enrolment.roles()).containsExactly("student"));
        }
    }

    private static void assertTheSummaryIsOfAnUndisturbedRun(JsonNode summary) {
        int done = PEOPLE - 1;
        assertThat(summary.at("/rows/read").asInt()).isEqualTo(PEOPLE);
        assertThat(summary.at("/rows/rejected").asInt()).isEqualTo(1);
        assertThat(summary.at("/users/created").asInt()).isEqualTo(done);
        assertThat(summary.at("/users/existing").asInt()).isZero();
        assertThat(summary.at("/cohorts/created").asInt()).isEqualTo(1);
        assertThat(summary.at("/cohorts/membersAdded").asInt()).isEqualTo(2 * done);
        assertThat(summary.at("/cohorts/membersAlready").asInt()).isZero();
        assertThat(summary.at("/enrolments/made").asInt()).isEqualTo(2 * done);
        assertThat(summary.at("/enrolments/already").asInt()).isZero();
    }

    @Nested
    @DisplayName("around a call that writes")
    class AroundACall {

        @ParameterizedTest(name = "{0} of call {2} of {1}")
        @CsvSource({
            "before-send, core_cohort_create_cohorts, 1",
            "after-answer, core_cohort_create_cohorts, 1",
            "before-commit-after-answer, core_cohort_create_cohorts, 1",
            "before-send, core_user_create_users, 1",
            "before-send, core_user_create_users, 3",
            "after-answer, core_user_create_users, 1",
            "after-answer, core_user_create_users, 4",
            "before-commit-after-answer, core_user_create_users, 1",
            "before-commit-after-answer, core_user_create_users, 3",
            "before-send, core_cohort_add_cohort_members, 2",
            "after-answer, core_cohort_add_cohort_members, 3",
            "before-commit-after-answer, core_cohort_add_cohort_members, 1",
            "before-send, enrol_manual_enrol_users, 2",
            "after-answer, enrol_manual_enrol_users, 1",
            "before-commit-after-answer, enrol_manual_enrol_users, 4",
        })
        void leavesEverythingThereOnce(String moment, String function, int nth) throws Exception {
            killed(moment, function, nth);
            goOnToTheEnd();
        }
    }

    @Nested
    @DisplayName("in the middle of a bisection")
    class InABisection {

        @ParameterizedTest(name = "after answer {0} behind the refusal")
        @ValueSource(ints = {1, 2, 3, 4})
        void leavesEverythingThereOnce(int nth) throws Exception {
            killed("after-refusal", "core_user_create_users", nth);
            goOnToTheEnd();
        }
    }

    @Nested
    @DisplayName("before some commit of the job state")
    class AtACommit {

        /** Number 90 lies between a partition's record and the storing of its range. */
        @ParameterizedTest(name = "number {0}")
        @ValueSource(ints = {2, 9, 17, 24, 31, 40, 55, 70, 90})
        void leavesEverythingThereOnce(int nth) throws Exception {
            killed("commit", "", nth);
            goOnToTheEnd();
        }
    }

    @Test
    @DisplayName("three times over still ends with everything there once")
    void killedThreeTimes() throws Exception {
        killed("after-answer", "core_user_create_users", 2);
        killed("before-commit-after-answer", "core_user_create_users", 1);
        Ending third = killed("after-answer", "enrol_manual_enrol_users", 2);
        assertThat(third.out()).contains("Going on with run");
        goOnToTheEnd();
    }

    @Test
    @DisplayName("goes on even where the job state ended as unknown")
    void unknownStateGoesOn() throws Exception {
        killed("after-answer", "core_user_create_users", 3);
        String state = "jdbc:h2:file:" + home.resolve("var/state/rollcall");
        try (Connection connection = DriverManager.getConnection(state, "rollcall", "");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "UPDATE BATCH_STEP_EXECUTION SET STATUS = 'UNKNOWN' WHERE STATUS = 'STARTED'"))
                    .isPositive();
            assertThat(statement.executeUpdate("UPDATE BATCH_JOB_EXECUTION SET STATUS = 'UNKNOWN'"))
                    .isPositive();
        }
        goOnToTheEnd();
    }

    @Test
    @DisplayName("can be taken up by another process, which goes on with the same run")
    void anotherProcessGoesOn() throws Exception {
        Ending first = killed("after-answer", "core_cohort_add_cohort_members", 1);
        Ending second = installation.commandInChild(List.of(), "provision", roster.toString());
        assertThat(second.exitCode()).as(second.toString()).isEqualTo(1);
        assertThat(second.run()).isEqualTo(first.run());
        assertEverythingIsThereOnce();
    }
}
