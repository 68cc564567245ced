package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.sandbox.SandboxState;

/** Cohorts that a roster names. */
@DisplayName("A cohort")
class CohortsTest {

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(
                home,
                PracticeSeed.stock()
                        .with("cohorts", "{idnumber: TWICE, name: One of two}")
                        .with("cohorts", "{idnumber: TWICE, name: Two of two}")
                        .options());
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending provision(String... cohorts) throws IOException {
        List<String> lines = new ArrayList<>(List.of(People.COLUMNS + ",cohort1"));
        for (int i = 0; i < cohorts.length; i++) {
            lines.add(People.cells(i + 1) + "," + cohorts[i]);
        }
        return installation.command(
                "provision", installation.roster("roster.csv", lines).toString());
    }

    @Test
    @DisplayName("is found by its ID number in other capitals, and one that is nowhere is a reject")
    void foundOrNot() throws IOException {
        Ending ending = provision("students-2026", "STUDENTS-2026", "NOWHERE-2026", "TWICE");
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        SandboxState site = installation.sandbox().state();
        assertThat(site.cohortMembers("STUDENTS-2026")).containsExactlyInAnyOrder("p01", "p02");
        CsvFile rejects = CsvFile.open(installation.report(ending.run(), "rejects.csv"));
        assertThat(rejects.column("username")).containsExactly("p03", "p04");
        assertThat(rejects.column("reject_codes")).containsExactly("cohort1.unknown", "cohort1.ambiguous");
        assertThat(rejects.cell(0, "reject_reasons"))
                .endsWith("The site has no cohort with the ID number NOWHERE-2026.");
        assertThat(rejects.cell(1, "reject_reasons")).contains("The site has 2 cohorts with the ID number TWICE");
        assertThat(site.usernames()).contains("p03", "p04");
        assertThat(site.cohortIdnumbers()).doesNotContain("NOWHERE-2026");
    }

    @Test
    @DisplayName("that is missing is created once where the settings say so, whatever the capitals")
    void created() throws IOException {
        installation.settings("create-missing-cohorts: true");
        SiteCalls calls = new SiteCalls(installation.sandbox());
        Ending ending = provision("NEW-2026", "new-2026", "OTHER-2026", "STAFF-2026");
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(ending.out()).contains("Cohorts         2 created\n").contains("Cohort members  4 added");
        assertThat(calls.count(SiteCalls.CREATE_COHORTS)).isEqualTo(1);
        SandboxState site = installation.sandbox().state();
        assertThat(site.cohortMembers("NEW-2026")).containsExactlyInAnyOrder("p01", "p02");
        assertThat(site.cohortMembers("OTHER-2026")).containsExactly("p03");
        assertThat(site.cohortIdnumbers()).hasSize(7);
    }

    @Test
    @DisplayName("of which somebody is a member already is left as it is")
    void memberAlready() throws IOException {
        provision("STAFF-2026");
        SiteCalls calls = new SiteCalls(installation.sandbox());
        Ending ending = provision("STAFF-2026", "STAFF-2026");
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(ending.out()).contains("Cohort members  1 added, 1 already there, 0 failed\n");
        assertThat(calls.writing()).containsExactly(SiteCalls.CREATE_USERS, SiteCalls.ADD_MEMBERS);
        assertThat(installation.sandbox().state().cohortMembers("STAFF-2026")).containsExactly("p01", "p02");
    }
}
