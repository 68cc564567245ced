package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;

@DisplayName("A purge")
class PurgeTest {

    private static final String COHORT = "STUDENTS-2026";
    private static final String[] OLD = {"purge", "--older-than", "90d"};
    private static final String TAKE_OUT = "snapshot:\n  cohorts:\n    STUDENTS-2026: remove-from-cohort\n";

    @TempDir
    private Path home;

    private Installation installation;
    private LedgerView ledger;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
        ledger = new LedgerView(home);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private String roster(List<String> lines) throws IOException {
        return installation.roster("roster.csv", lines).toString();
    }

    private static List<String> people(int count) {
        return People.roster(count, "cohort1", COHORT);
    }

    private Ending command(int exitCode, String... arguments) {
        Ending ending = installation.command(arguments);
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(exitCode);
        return ending;
    }

    private List<String> reports(String run) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("reports").resolve(run))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Everything that tells of somebody holds a word that nothing else holds. */
    @Nested
    @DisplayName("takes out of the job state")
    class TakesOut {

        private static final String WORD = "zqxj";
        private static final List<String> ROSTER = List.of(
                "username,firstname,lastname,email,password,city,phone1,oldusername,suspended,cohort1,course1",
                "zqxj.ada,ZqxjAda,Zqxjlace,zqxj.ada@example.org,Zqxj-1!secret,,,,,STUDENTS-2026,ENG101",
                "zqxj.bob,ZqxjRobert,Zqxjbrown,zqxj.bob@example.org,,Zqxjslo,Zqxj 12345,,,STUDENTS-2026,ENG101",
                "zqxj.new,ZqxjCy,Zqxjcole,zqxj.cy@example.org,,,,zqxj.cy,1,,MATH201",
                "zqxj.eve,ZqxjEve,Zqxjevans,zqxj.eve at home,Zqxj-2!secret,Zqxjonn,,,,,",
                "zqxj.fay,ZqxjFay,Zqxjfox,zqxj.fay@example.org,Zqxj-3!secret,,,,,STUDENTS-2026,,Zqxjsurplus");

        @BeforeEach
        void setUp() throws IOException {
            installation.close();
            installation = Installation.in(
                    home,
                    PracticeSeed.stock()
                            .with("users", user("bob"))
                            .with("users", user("cy"))
                            .options());
        }

        private static String user(String name) {
            return "{username: zqxj.%1$s, firstname: Zqxj%1$s, lastname: Zqxjold, email: zqxj.%1$s@example.org}"
                    .formatted(name);
        }

        private void assertNothingTellsOfAnybody() throws Exception {
            assertThat(ledger.script().toLowerCase(Locale.ROOT)).doesNotContain(WORD);
            byte[] file = Files.readAllBytes(home.resolve("var/state/rollcall.mv.db"));
            assertThat(new String(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))
                    .doesNotContain(WORD);
        }

        @Test
        @DisplayName("whatever tells of anybody: of runs, plans, leavers, undone runs and those that were given up")
        void everything() throws Exception {
            installation.settings("accounts:\n  existing-details: from-file\n" + TAKE_OUT);
            Path folder = Files.createDirectory(home.resolve("Zqxjs class"));
            Path roster = Files.write(folder.resolve("roster.csv"), ROSTER);
            String givenUp = command(1, "plan", roster.toString()).run();
            String first = command(1, "provision", roster.toString()).run();
            Files.write(roster, ROSTER.subList(0, 2));
            Ending held = command(5, "provision", "--snapshot", roster.toString());
            command(0, "apply", held.run(), "--approve", "Zqxj Grace said so.");
            String undo = command(1, "undo", first, "--apply").run();
            assertThat(ledger.script().toLowerCase(Locale.ROOT)).contains(WORD);

            ledger.age(100);
            Ending purge = command(0, OLD);
            assertThat(purge.out())
                    .contains("Takes out the personal data of 4 runs that ended before")
                    .contains(givenUp, first, held.run(), undo)
                    .contains("The folder reports/ still tells of people in 4 runs; --with-reports deletes that, too.")
                    .doesNotContainIgnoringCase(WORD);
            assertNothingTellsOfAnybody();
            assertThat(command(0, "show", held.run()).out())
                    .contains("Was held", "Approved")
                    .doesNotContainIgnoringCase(WORD);
        }

        @Test
        @DisplayName("what a broken off purge had left, and meanwhile nothing works with what is there in part")
        void resumed() throws Exception {
            String run = command(1, "provision", roster(ROSTER)).run();
            ledger.update("UPDATE run SET purged_at = CURRENT_TIMESTAMP, purge_open = TRUE");
            ledger.update("DELETE FROM row_content WHERE row_id IN (SELECT MIN(row_id) FROM row_content)");

            assertThat(command(2, "undo", run).err()).contains("has been purged");
            assertThat(command(1, "report", run).out()).contains("nothing but summary.json");
            assertThat(command(0, "purge", "--older-than", "3650d").out()).contains("of 1 run", run);
            assertNothingTellsOfAnybody();
            assertThat(command(0, "purge", "--older-than", "3650d").out()).doesNotContain(run);
        }
    }

    @Nested
    @DisplayName("leaves")
    class Leaves {

        @Test
        @DisplayName("what runs came to; they are shown, listed as purged, and cannot be taken back")
        void figures() throws Exception {
            String run = command(0, "provision", roster(people(5))).run();
            Ending before = command(0, "show", run);
            ledger.age(100);
            command(0, OLD);

            assertThat(command(0, "show", run).out())
                    .contains("Rows            5 read, 5 done, none rejected", "Done, purged")
                    .contains("Its personal data was purged from the ledger on")
                    .contains(before.out()
                            .lines()
                            .filter(line -> line.startsWith("Calls"))
                            .findFirst()
                            .orElseThrow());
            assertThat(command(0, "show", run, "--json").out()).contains("\"read\" : 5", "\"notes\" : [ ]");
            assertThat(command(0, "runs").out()).containsPattern(run + ".* done, purged +5 +0 ");
            assertThat(command(0, "runs", "--json").out()).containsPattern("\"purgedAt\" : \"\\d{4}-");
            assertThat(command(2, "undo", run, "--apply").err())
                    .isEqualToIgnoringNewLines("The personal data of the run " + run
                            + " has been purged, so it cannot be taken back any more.");
            assertThat(command(0, OLD).out()).contains("The ledger holds no personal data of runs that ended before");
        }

        @Test
        @DisplayName("runs that wait, and says so")
        void waiting() throws Exception {
            String run = command(0, "provision", roster(people(2))).run();
            String undo = command(0, "undo", run).run();
            String plan = command(0, "plan", roster(people(3))).run();
            ledger.age(100);
            Ending purge = command(0, OLD);
            assertThat(purge.out())
                    .contains("3 older runs were left:")
                    .contains("  " + run + "  roster.csv: is to be taken back")
                    .contains("  " + undo + "  takes back " + run + ": planned, waits to be applied")
                    .contains("  " + plan + "  roster.csv: planned, waits to be applied");
            command(0, "apply", undo);
        }

        @Test
        @DisplayName("runs that ended since")
        void younger() throws Exception {
            String old = command(0, "provision", roster(people(2))).run();
            ledger.age(100);
            String young = command(0, "provision", roster(people(3))).run();
            assertThat(command(0, OLD).out()).contains(old).doesNotContain(young);
            command(0, "undo", young, "--apply");
        }

        @Test
        @DisplayName("everything, where it only tells what would go")
        void dryRun() throws Exception {
            String run = command(0, "provision", roster(people(2))).run();
            ledger.age(100);
            String script = ledger.script();
            assertThat(command(0, "purge", "--older-than", "90d", "--dry-run", "--with-reports")
                            .out())
                    .contains("Would take out the personal data of 1 run that ended before")
                    .contains("  " + run + "  roster.csv, 2 rows")
                    .contains("Would delete the reports of 1 run, all but summary.json.");
            assertThat(ledger.script()).isEqualTo(script);
            assertThat(reports(run)).contains("rejects.csv");
        }

        @Test
        @DisplayName("who was put where by whom: people leave whom a purged run put in")
        void ownership() throws Exception {
            installation.settings(TAKE_OUT);
            command(0, "provision", roster(people(5)));
            ledger.age(100);
            command(0, OLD);
            Ending run = command(0, "provision", "--snapshot", roster(people(4)));
            assertThat(run.out()).contains("Left            1 removed, 0 suspended, 0 reported only");
        }

        @Test
        @DisplayName("how many rows the last roster had, so that a small one is held")
        void thresholds() throws Exception {
            installation.settings(TAKE_OUT + "  hold:\n    removals-share: 100%\n");
            command(0, "provision", roster(people(30)));
            ledger.age(100);
            command(0, OLD);
            assertThat(command(5, "plan", "--snapshot", roster(people(14))).out())
                    .contains("The roster has 14 rows where the last roster.csv had 30");
        }

        @Test
        @DisplayName("a roster that is dropped again without anything to do, and recognized after that")
        void droppedAgain() throws Exception {
            command(0, "provision", roster(people(5)));
            ledger.age(100);
            command(0, OLD);
            SiteCalls calls = new SiteCalls(installation.sandbox());
            assertThat(command(0, "provision", roster(people(5))).out())
                    .contains("0 created, 5 existing")
                    .doesNotContain("recognized unchanged rows              5");
            assertThat(command(0, "provision", roster(people(5))).out())
                    .containsPattern("recognized unchanged rows +5 ");
            assertThat(calls.writing()).isEmpty();
        }

        @Test
        @DisplayName("people recognized whom a younger run names as well")
        void recognized() throws Exception {
            command(0, "provision", roster(people(5)));
            ledger.age(100);
            command(0, "provision", roster(people(5)));
            command(0, OLD);
            assertThat(command(0, "provision", roster(people(5))).out())
                    .containsPattern("recognized unchanged rows +5 ");
        }
    }

    @Test
    @DisplayName("deletes the reports, too, where that is asked for, now or later, and keeps the summary")
    void withReports() throws Exception {
        String run = command(0, "provision", roster(people(2))).run();
        Path summary = installation.report(run, "summary.json");
        ledger.age(100);
        command(0, OLD);
        assertThat(reports(run)).hasSizeGreaterThan(2);
        Files.writeString(installation.report(run, "mended by hand.csv"), "p01");
        Files.writeString(summary, "{}");
        assertThat(command(0, "purge", "--older-than", "90d", "--with-reports").out())
                .contains("Deleted the reports of 1 run, all but summary.json.");
        assertThat(reports(run)).containsExactly("summary.json");
        assertThat(installation.summary(run).at("/rows/read").asInt()).isEqualTo(2);
        assertThat(command(0, "purge", "--older-than", "90d", "--with-reports").out())
                .doesNotContain("reports of");
    }

    @Test
    @DisplayName("is refused for an age that is none, or less than a day, and makes nothing where there are no runs")
    void refused() {
        assertThat(command(2, "purge", "--older-than", "old").err())
                .contains("--older-than old cannot be read; give days or weeks, such as 90d or 12w");
        assertThat(command(2, "purge", "--older-than", "0d").err()).contains("--force");
        assertThat(command(0, OLD).out()).isEqualToIgnoringNewLines("There are no runs yet.");
        assertThat(home.resolve("var")).doesNotExist();
    }
}
