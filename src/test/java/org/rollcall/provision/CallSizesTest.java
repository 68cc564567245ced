package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.sandbox.SandboxOptions;

/** How much a call carries and how many are under way at a time: neither decides what the site holds in the end. */
@DisplayName("A run")
class CallSizesTest {

    @TempDir
    private Path home;

    private static List<String> lines(int people) {
        List<String> lines = new ArrayList<>();
        lines.add(People.COLUMNS
                + ",idnumber,city,country,department,institution,phone1,address,cohort1,cohort2,course1,course2");
        for (int i = 1; i <= people; i++) {
            lines.add(People.cells(i)
                    + ",%05d,Oslo,NO,History,University,+47 %d,Karl Johans gate %d".formatted(i, i, i)
                    + ",STUDENTS-2026," + (i % 3 == 0 ? "MENTORS-2026" : "")
                    + (i % 2 == 0 ? ",ENG101,BIO110" : ",CHEM120,"));
        }
        return lines;
    }

    private static SiteContent provisioned(Installation installation, int people, String... options)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "provision", installation.roster("roster.csv", lines(people)).toString()));
        arguments.addAll(List.of(options));
        Ending ending = installation.command(arguments.toArray(String[]::new));
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        SiteContent content = SiteContent.of(installation.sandbox().state());
        assertThat(content.usernames()).hasSize(people + 3).containsAll(People.names(people));
        return content;
    }

    @Test
    @DisplayName("with many columns and the largest batches never sends more fields than PHP takes")
    void fields() throws IOException {
        int most = 200;
        try (Installation installation =
                        Installation.in(home, SandboxOptions.inMemory().withMaxInputVars(most));
                SiteFront front = SiteFront.of(installation.sandbox().url())) {
            installation.settings(front.url(), "site.max-input-vars: " + most);
            provisioned(installation, 90, "--batch-size", "500");
            assertThat(front.calls())
                    .allSatisfy(call -> assertThat(call.fields()).isLessThanOrEqualTo(most));
            assertThat(front.calls())
                    .filteredOn(call -> call.function().equals(SiteCalls.CREATE_USERS))
                    .hasSizeBetween(6, 8);
            assertThat(installation.sandbox().state().userField("p90", "address"))
                    .isEqualTo("Karl Johans gate 90");
        }
    }

    @Test
    @DisplayName("brings about the same site with one, two or four calls at a time, and with a person a call")
    void concurrency() throws IOException {
        List<SiteContent> contents = new ArrayList<>();
        for (String options : List.of("--concurrency 1", "--concurrency 2", "--concurrency 4", "--batch-size 1")) {
            Path folder = Files.createDirectory(home.resolve(options.replaceAll("[^\\w]", "")));
            try (Installation installation = Installation.in(folder)) {
                contents.add(provisioned(installation, 60, options.split(" ")));
            }
        }
        assertThat(contents).containsOnly(contents.get(0));
    }

    @Test
    @DisplayName("of a changed roster is a run of its own, which does no more than the difference")
    void changedRoster() throws IOException {
        try (Installation installation = Installation.in(home)) {
            provisioned(installation, 20);
            Path roster = installation.roster("roster.csv", lines(21));
            SiteCalls calls = new SiteCalls(installation.sandbox());
            Ending ending = installation.command("provision", roster.toString());
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(ending.out()).startsWith("Run ").contains("Users           1 created, 20 existing\n");
            assertThat(calls.count(SiteCalls.CREATE_USERS)).isEqualTo(1);
            assertThat(SiteContent.of(installation.sandbox().state())
                            .enrolments()
                            .get("CHEM120"))
                    .hasSize(11);
        }
    }
}
