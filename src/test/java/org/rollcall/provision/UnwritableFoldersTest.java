package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;

/** Rollcall's own folders, where something else stands in their place or something in them is damaged. */
@DisplayName("An installation")
class UnwritableFoldersTest {

    @TempDir
    private Path home;

    private Installation installation;
    private Path roster;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
        roster = installation.roster("roster.csv", People.roster(5, "cohort1,course1", "STAFF-2026,ENG101"));
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending refused(String sentence) {
        Ending ending = installation.command("provision", roster.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err().lines())
                .as(ending.toString())
                .singleElement()
                .asString()
                .contains(sentence)
                .doesNotContain("Exception");
        return ending;
    }

    @Test
    @DisplayName(
            "whose reports cannot be written says so, and the same command writes them without doing anything twice")
    void reports() throws IOException {
        Path inTheWay = Files.writeString(home.resolve("reports"), "no folder");
        SiteCalls calls = new SiteCalls(installation.sandbox());
        Ending broken = refused("cannot be written to " + home.resolve("reports"));
        assertThat(calls.writing()).isEmpty();
        Files.delete(inTheWay);
        Ending ending = installation.command("provision", roster.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(ending.out())
                .startsWith("Going on with run " + broken.run() + ":")
                .contains("Users           5 created, 0 existing\n")
                .contains("Enrolments      5 made, 0 already there, 0 failed\n");
    }

    @Test
    @DisplayName("whose folder for state cannot be made says so")
    void state() throws IOException {
        Files.writeString(home.resolve("var"), "no folder");
        refused("Rollcall cannot write to its folder " + home.resolve("var"));
        assertThat(installation.sandbox().calls()).isEmpty();
    }

    @Test
    @DisplayName("whose job state is damaged says where it lies")
    void damagedState() throws IOException {
        Files.createDirectories(home.resolve("var/state"));
        Files.writeString(home.resolve("var/state/rollcall.mv.db"), "damaged".repeat(2000));
        refused("The job state in var/state cannot be opened");
        assertThat(installation.sandbox().calls()).isEmpty();
    }
}
