package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;

/** A run that another attempt takes up, or must not take up, under settings that have changed in between. */
@DisplayName("A roster given again")
class TakenUpRunTest {

    private static final String HEADER = "username,firstname,lastname,email,password,cohort1,course1,role1";

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws Exception {
        installation = Installation.in(home);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Path roster(int people, String cohort, String role) throws Exception {
        Stream<String> rows = IntStream.rangeClosed(1, people)
                .mapToObj(i ->
                        "p%04d,First,Last,p%04d@example.org,Passw0rd-%d,%s,ENG101,%s".formatted(i, i, i, cohort, role));
        return installation.roster(
                "roster.csv", Stream.concat(Stream.of(HEADER), rows).toList());
    }

    private Ending killedBeforeUsersAreCreated(Path roster) throws Exception {
        Ending ending = installation.commandInChild(
                List.of(
                        "-Dspring.main.sources=" + KillSwitch.class.getName(),
                        "-Dkill.at=before-send",
                        "-Dkill.function=core_user_create_users"),
                "provision",
                roster.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(KillSwitch.KILLED);
        return ending;
    }

    @Nested
    @DisplayName("after its first attempt broke off while it was read")
    class BrokenOff {

        @Test
        @DisplayName("is read from its beginning, as a new run")
        void isReadFromItsBeginning() throws Exception {
            Path roster = roster(2500, "", "");
            installation.settings("roster:\n  max-rows: 1500\n");
            Ending first = installation.command("provision", roster.toString());
            assertThat(first.exitCode()).as(first.toString()).isEqualTo(2);
            assertThat(first.err())
                    .contains("roster.csv")
                    .contains("more than 1500 rows")
                    .contains("rollcall.roster.max-rows");
            assertThat(installation.sandbox().calls()).doesNotContain("core_user_create_users");

            installation.settings("batch-size: 500\n");
            Ending second = installation.command("provision", roster.toString());

            assertThat(second.exitCode()).as(second.toString()).isZero();
            assertThat(second.run()).isNotEqualTo(first.run());
            assertThat(second.out()).contains("2,500 read, 2,500 done, none rejected");
            assertThat(installation.sandbox().state().usernames()).contains("p0001", "p1000", "p2001", "p2500");
        }
    }

    @Nested
    @DisplayName("after a setting was taken back")
    class SettingTakenBack {

        @Test
        @DisplayName("rejects memberships in cohorts that are no longer to be created")
        void cohortsNoLongerCreated() throws Exception {
            installation.settings("create-missing-cohorts: true\n");
            Path roster = roster(3, "NEW-2026", "");
            Ending killed = installation.commandInChild(
                    List.of(
                            "-Dspring.main.sources=" + KillSwitch.class.getName(),
                            "-Dkill.at=before-send",
                            "-Dkill.function=core_cohort_create_cohorts"),
                    "provision",
                    roster.toString());
            assertThat(killed.exitCode()).isEqualTo(KillSwitch.KILLED);

            installation.settings("create-missing-cohorts: false\n");
            Ending ending = installation.command("provision", roster.toString());

            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            assertThat(ending.out()).contains("3 read, 0 done, 3 rejected (3 of them in part)");
            assertThat(installation.csv(ending.run(), "problems.csv"))
                    .hasSize(4)
                    .anySatisfy(row -> assertThat(row).contains("cohort1.unknown"));
        }

        @Test
        @DisplayName("rejects enrolments whose role is no longer known")
        void roleNoLongerKnown() throws Exception {
            Path roster = roster(3, "", "tutor");
            addRole("tutor", 4);
            killedBeforeUsersAreCreated(roster);

            installation.settings("");
            Ending ending = installation.command("provision", roster.toString());

            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            assertThat(ending.out()).contains("Enrolments      0 made, 0 already there, 3 failed");
            assertThat(installation.csv(ending.run(), "problems.csv"))
                    .anySatisfy(row -> assertThat(row).contains("role1.unknown"));
        }

        private void addRole(String shortname, long id) throws Exception {
            Path settings = home.resolve("config/application.yml");
            Files.writeString(
                    settings, Files.readString(settings) + "    roles:\n      " + shortname + ": " + id + "\n");
        }
    }

    @Test
    @DisplayName("by a process that stands in a folder with settings of its own is not led to another site")
    void foreignSettingsAreNotRead(@TempDir Path elsewhere) throws Exception {
        Files.writeString(
                Files.createDirectories(elsewhere.resolve("config")).resolve("application.yml"),
                "rollcall:\n  site:\n    url: http://127.0.0.1:9\n");
        Files.writeString(elsewhere.resolve("application.yml"), "rollcall:\n  nonsense: true\n");

        Ending ending = installation.commandInChild(
                elsewhere, List.of(), "provision", roster(2, "", "").toString());

        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(installation.sandbox().state().hasUser("p0002")).isTrue();
    }

    @Test
    @DisplayName("under a mapping that gives its cells another meaning is begun anew")
    void otherMapping() throws Exception {
        Path roster = roster(3, "", "");
        Ending first = killedBeforeUsersAreCreated(roster);

        Files.writeString(home.resolve("config/mapping.yml"), "constants: {city: Oslo}");
        Ending second = installation.command("provision", roster.toString());

        assertThat(second.exitCode()).as(second.toString()).isZero();
        assertThat(second.run()).isNotEqualTo(first.run());
        assertThat(installation.sandbox().state().userField("p0003", "city")).isEqualTo("Oslo");
    }

    @Test
    @DisplayName("with another number of calls at a time than before goes on as well")
    void otherConcurrency() throws Exception {
        Path roster = roster(120, "STUDENTS-2026", "");
        Ending first = killedBeforeUsersAreCreated(roster);

        Ending second = installation.command("provision", roster.toString(), "--concurrency", "4", "--batch-size", "7");

        assertThat(second.exitCode()).as(second.toString()).isZero();
        assertThat(second.run()).isEqualTo(first.run());
        assertThat(installation.sandbox().state().cohortMembers("STUDENTS-2026"))
                .hasSize(120)
                .doesNotHaveDuplicates();
    }
}
