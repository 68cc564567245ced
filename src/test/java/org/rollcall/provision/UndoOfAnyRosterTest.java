package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.sandbox.SandboxState;

@DisplayName("Taking back whatever a roster did")
class UndoOfAnyRosterTest {

    private static final int PEOPLE = 25;
    private static final List<String> FIELDS = List.of("firstname", "lastname", "email", "city", "suspended");

    @TempDir
    private Path home;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName("gives the site back as it was before that run")
    void givesTheSiteBack(long seed) throws IOException {
        Random dice = new Random(seed);
        PracticeSeed site = PracticeSeed.stock();
        for (int i = 1; i <= PEOPLE; i += 1 + dice.nextInt(3)) {
            site = site.with(
                    "users",
                    "{username: %1$s, firstname: First%2$d, lastname: Last%2$d, email: %1$s@example.org, fields: {city: Bonn}}"
                            .formatted(People.name(i), i));
        }
        try (Installation installation = Installation.in(home, site.options())) {
            installation.settings("accounts:\n  existing-details: from-file\n");
            SandboxState state = installation.sandbox().state();
            provision(installation, "first.csv", roster(dice));
            SiteContent content = SiteContent.of(state);
            Map<String, List<String>> accounts = accounts(state);
            String run = provision(installation, "second.csv", roster(dice));

            Ending undo = installation.command("undo", run, "--apply", "--delete-created");
            assertThat(undo.exitCode()).as(undo.toString()).isZero();
            assertThat(SiteContent.of(state)).isEqualTo(content);
            assertThat(accounts(state)).isEqualTo(accounts);
        }
    }

    /** Some of the people in any order, each with a city, a cohort and two courses, or without; nobody is suspended and enrolled. */
    private static List<String> roster(Random dice) {
        List<String> lines = new ArrayList<>(
                List.of(People.COLUMNS + ",city,suspended,cohort1,course1,enroltimestart1,enrolperiod1,course2"));
        for (int i = 1; i <= PEOPLE; i++) {
            if (dice.nextInt(4) == 0) {
                continue;
            }
            boolean suspended = dice.nextInt(6) == 0;
            String course = suspended ? ",," : "ENG101,2026-09-01," + (10 + 10 * dice.nextInt(3));
            lines.add("%s,%s,%s,%s,%s,%s"
                    .formatted(
                            People.cells(i),
                            any(dice, "", "Oslo", "Bonn", "Turin"),
                            suspended ? "1" : "0",
                            any(dice, "", "STUDENTS-2026"),
                            course,
                            suspended ? "" : any(dice, "", "MATH201", "BIO110")));
        }
        return lines;
    }

    private static String any(Random dice, String... texts) {
        return texts[dice.nextInt(texts.length)];
    }

    private static String provision(Installation installation, String name, List<String> lines) throws IOException {
        Ending ending = installation.command(
                "provision", installation.roster(name, lines).toString());
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        return ending.run();
    }

    private static Map<String, List<String>> accounts(SandboxState site) {
        Map<String, List<String>> all = new TreeMap<>();
        for (String username : site.usernames()) {
            all.put(
                    username,
                    FIELDS.stream()
                            .map(field -> String.valueOf(site.userField(username, field)))
                            .toList());
        }
        return all;
    }
}
