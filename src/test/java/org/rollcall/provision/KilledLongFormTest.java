package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
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
import org.rollcall.sandbox.SandboxState;

/** As {@link KilledRunTest}, of a roster whose people stand in several rows, far apart. */
@DisplayName("A run of a roster in long form whose process was killed")
class KilledLongFormTest {

    private static final int PEOPLE = 30;
    private static final int REFUSED = 17;
    private static final List<String> COURSES = List.of("ENG101", "BIO110", "CHEM120");

    @TempDir
    private Path home;

    private Installation installation;
    private Path roster;

    @BeforeEach
    void setUp() throws Exception {
        installation = Installation.in(home);
        installation.settings("""
                batch-size: 10
                roster.repeated-people: merge
                """);
        List<String> lines = new ArrayList<>(List.of(People.COLUMNS + ",cohort1,course1"));
        for (String course : COURSES) {
            for (int i = 1; i <= PEOPLE; i++) {
                String person = i == REFUSED ? People.cells(i, "weak") : People.cells(i);
                lines.add(person + ",STUDENTS-2026," + course);
            }
        }
        roster = installation.roster("roster.csv", lines);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    /** Commits 8 to 16 lie around the merging of the rows. */
    @ParameterizedTest(name = "{0} {2} of {1}")
    @CsvSource({
        "commit, '', 8",
        "commit, '', 10",
        "commit, '', 12",
        "commit, '', 14",
        "commit, '', 16",
        "after-answer, core_user_create_users, 2",
        "before-commit-after-answer, core_cohort_add_cohort_members, 2",
        "after-answer, enrol_manual_enrol_users, 4",
    })
    void leavesEverythingThereOnce(String moment, String function, int nth) throws Exception {
        Ending killed = installation.commandInChild(
                List.of(
                        "-Dspring.main.sources=" + KillSwitch.class.getName(),
                        "-Dkill.at=" + moment,
                        "-Dkill.function=" + function,
                        "-Dkill.nth=" + nth),
                "provision",
                roster.toString());
        assertThat(killed.exitCode()).as(killed.toString()).isEqualTo(KillSwitch.KILLED);

        Ending ending = installation.command("provision", roster.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        List<String> people = new ArrayList<>(People.names(PEOPLE));
        people.remove(People.name(REFUSED));
        SandboxState site = installation.sandbox().state();
        assertThat(site.cohortMembers("STUDENTS-2026")).containsExactlyInAnyOrderElementsOf(people);
        for (String course : COURSES) {
            assertThat(site.enrolments(course))
                    .extracting(SandboxEnrolment::username)
                    .containsExactlyInAnyOrderElementsOf(people);
        }
        int done = PEOPLE - 1;
        assertThat(ending.out())
                .contains("Rows            90 read, %d done, 3 rejected\n".formatted(3 * done))
                .contains("Users           %d created, 0 existing\n".formatted(done))
                .contains("Cohort members  %d added, %d already there, 0 failed\n".formatted(done, 2 * done))
                .contains("Enrolments      %d made, 0 already there, 0 failed\n".formatted(3 * done));
        assertThat(CsvFile.open(installation.report(ending.run(), "rejects.csv"))
                        .column("reject_codes"))
                .containsExactly("password.policy", "person.rejected", "person.rejected");
    }
}
