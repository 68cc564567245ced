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
import org.rollcall.installation.PracticeSeed;

/** As {@link KilledRunTest}, of a run that is taken back. */
@DisplayName("An undo whose process was killed")
class KilledUndoTest {

    private static final int PEOPLE = 20;

    @TempDir
    private Path home;

    private Installation installation;
    private SiteContent content;
    private String run = "";

    /** Of each ten people five are new, three move and are enrolled, and two are suspended. */
    @BeforeEach
    void setUp() throws Exception {
        PracticeSeed seed = PracticeSeed.stock();
        List<String> lines = new ArrayList<>(List.of(People.COLUMNS + ",city,suspended,cohort1,course1"));
        for (int i = 1; i <= PEOPLE; i++) {
            if (i % 10 < 5) {
                seed = seed.with(
                        "users",
                        "{username: %1$s, firstname: First%2$d, lastname: Last%2$d, email: %1$s@example.org, fields: {city: Bonn}}"
                                .formatted(People.name(i), i));
            }
            lines.add(People.cells(i) + (i % 10 < 2 ? ",,1,STUDENTS-2026,ENG101" : ",Oslo,,STUDENTS-2026,ENG101"));
        }
        installation = Installation.in(home, seed.options());
        installation.settings("batch-size: 5\naccounts:\n  existing-details: from-file\n");
        content = SiteContent.of(installation.sandbox().state());
        Ending ending = installation.command(
                "provision", installation.roster("roster.csv", lines).toString());
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        run = ending.run();
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    @ParameterizedTest(name = "{0} of call {2} of {1}")
    @CsvSource({
        "after-answer, core_user_update_users, 1",
        "before-commit-after-answer, enrol_manual_unenrol_users, 2",
        "before-send, core_cohort_delete_cohort_members, 3",
        "after-answer, core_cohort_delete_cohort_members, 1",
        "before-commit-after-answer, core_user_update_users, 2",
        "after-answer, core_user_delete_users, 1",
        "before-commit-after-answer, core_user_delete_users, 2",
        "commit, '', 25",
    })
    @DisplayName("goes on to the same end")
    void goesOn(String moment, String function, int nth) throws Exception {
        Ending killed = installation.commandInChild(
                List.of(
                        "-Dspring.main.sources=" + KillSwitch.class.getName(),
                        "-Dkill.at=" + moment,
                        "-Dkill.function=" + function,
                        "-Dkill.nth=" + nth),
                "undo",
                run,
                "--apply",
                "--delete-created");
        assertThat(killed.exitCode()).as(killed.toString()).isEqualTo(KillSwitch.KILLED);

        Ending ending = installation.command("undo", run, "--apply", "--delete-created");
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(SiteContent.of(installation.sandbox().state())).isEqualTo(content);
        for (int i = 1; i <= PEOPLE; i++) {
            if (i % 10 < 5) {
                assertThat(installation.sandbox().state().userField(People.name(i), "city"))
                        .isEqualTo("Bonn");
                assertThat(installation.sandbox().state().userField(People.name(i), "suspended"))
                        .isEqualTo("0");
            }
        }
        assertThat(installation.csv(ending.run(), "undo.csv").stream().skip(1))
                .hasSize(4 + 20 + 20 + 6 + 10)
                .allMatch(line -> line.get(0).equals("taken back"));
        assertThat(new LedgerView(home).effectsOfRun(ending.run()))
                .containsExactly(
                        "COHORT_MEMBER_REMOVED 20",
                        "UNENROLLED 20",
                        "USER_DELETED 10",
                        "USER_REACTIVATED 4",
                        "USER_UPDATED 6");
    }
}
