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
import org.rollcall.sandbox.SandboxState;

/** As {@link KilledRunTest}, of a roster that changes accounts which are there. */
@DisplayName("A run that changes accounts and whose process was killed")
class KilledChangesTest {

    private static final int PEOPLE = 30;

    @TempDir
    private Path home;

    private Installation installation;
    private Path roster;

    /** Of each ten people six move, two of whom are renamed, two are suspended, and two are deleted; one is new. */
    @BeforeEach
    void setUp() throws Exception {
        PracticeSeed seed = PracticeSeed.stock();
        List<String> lines = new ArrayList<>(List.of(People.COLUMNS + ",city,oldusername,suspended,deleted,course1"));
        for (int i = 1; i <= PEOPLE; i++) {
            String name = People.name(i);
            seed = seed.with(
                    "users",
                    "{username: %1$s, firstname: First%2$d, lastname: Last%2$d, email: %1$s@example.org, fields: {city: Bonn}}"
                            .formatted(name, i));
            lines.add(
                    switch (i % 10) {
                        case 1, 2, 3, 4 -> People.cells(i) + ",Oslo,,,,ENG101";
                        case 5, 6 -> "new-" + People.cells(i) + ",Oslo," + name + ",,,ENG101";
                        case 7, 8 -> People.cells(i) + ",,,1,,ENG101";
                        default -> name + ",,,,,,,,1,";
                    });
        }
        lines.add("late,Late,Comer,late@example.org,Passw0rd-1,,,1,,ENG101");
        installation = Installation.in(home, seed.options());
        installation.settings("""
                batch-size: 5
                accounts:
                  existing-details: from-file
                  allow-deletes: true
                """);
        roster = installation.roster("roster.csv", lines);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    @ParameterizedTest(name = "{0} of call {2} of {1}")
    @CsvSource({
        "before-send, core_user_update_users, 1",
        "before-send, core_user_update_users, 3",
        "after-answer, core_user_update_users, 1",
        "after-answer, core_user_update_users, 4",
        "before-commit-after-answer, core_user_update_users, 2",
        "before-commit-after-answer, core_user_update_users, 5",
        "after-answer, core_user_update_users, 6",
        "before-send, core_user_delete_users, 1",
        "after-answer, core_user_delete_users, 1",
        "after-answer, core_user_delete_users, 2",
        "before-commit-after-answer, core_user_delete_users, 1",
        "commit, '', 14",
        "commit, '', 40",
    })
    @DisplayName("goes on to the same end, and knows of each change what stood there before the first try")
    void goesOn(String moment, String function, int nth) throws Exception {
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
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertTheSite();
        assertThat(ending.out())
                .contains("Rows            31 read, 31 done, none rejected\n")
                .contains("Users           1 created, 30 existing, 18 updated, 6 renamed, 7 suspended, 6 deleted\n")
                .contains("Enrolments      25 made, 0 already there, 0 failed\n");
        assertTheEffects();
    }

    private void assertTheSite() {
        SandboxState site = installation.sandbox().state();
        for (int i = 1; i <= PEOPLE; i++) {
            String name = (i % 10 == 5 || i % 10 == 6 ? "new-" : "") + People.name(i);
            boolean deleted = i % 10 == 9 || i % 10 == 0;
            assertThat(site.hasUser(name)).as(name).isEqualTo(!deleted);
            if (!deleted) {
                boolean suspended = i % 10 == 7 || i % 10 == 8;
                assertThat(site.userField(name, "city")).as(name).isEqualTo(suspended ? "Bonn" : "Oslo");
                assertThat(site.userField(name, "suspended")).as(name).isEqualTo(suspended ? "1" : "0");
            }
        }
        assertThat(site.userField("late", "suspended")).isEqualTo("1");
        assertThat(SiteContent.participants(site, "ENG101")).hasSize(25);
    }

    private void assertTheEffects() throws Exception {
        List<String> effects = new LedgerView(home).changesOfAccounts();
        assertThat(effects).hasSize(18 + 6 + 7 + 6);
        assertThat(effects.stream().filter(effect -> effect.startsWith("USER_UPDATED")))
                .hasSize(18)
                .allMatch("USER_UPDATED {\"city\":\"Bonn\"} {\"city\":\"Oslo\"}"::equals);
        assertThat(effects.stream().filter(effect -> effect.startsWith("USER_SUSPENDED")))
                .hasSize(7)
                .allMatch("USER_SUSPENDED {\"suspended\":\"0\"} {\"suspended\":\"1\"}"::equals);
        assertThat(effects)
                .contains("USER_RENAMED {\"username\":\"p05\"} {\"username\":\"new-p05\"}")
                .anyMatch(effect -> effect.startsWith("USER_DELETED {\"username\":\"p10\",\"firstname\":\"First10\""));
    }
}
