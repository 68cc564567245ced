package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import tools.jackson.databind.JsonNode;

@DisplayName("The inspection of a roster")
class InspectCommandTest {

    @TempDir
    private Path home;

    private @Nullable Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
    }

    @AfterEach
    void tearDown() {
        installation().close();
    }

    private Installation installation() {
        if (installation == null) {
            throw new IllegalStateException("Not set up.");
        }
        return installation;
    }

    private Ending inspect(String... lines) throws IOException {
        return inspect(installation().roster("roster.csv", List.of(lines)));
    }

    private Ending inspect(Path roster) {
        return installation().command("inspect", roster.toString());
    }

    @Nested
    @DisplayName("that is sound")
    class Sound {

        @Test
        void showsWhatTheFileIsAndHowItsColumnsAreRead() throws IOException {
            Ending ending = inspect(
                    "username;firstname;lastname;email;Course1",
                    "ada;Ada;Lovelace;ada@example.edu;ENG101",
                    "alan;Alan;Turing;alan@example.edu;MATH201");
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(ending.err()).isEmpty();
            assertThat(ending.out())
                    .contains("CSV text, UTF-8, separated by semicolons")
                    .contains("row 1, 5 columns")
                    .contains("2 read, none would be rejected")
                    .containsPattern("E +Course1 +course1 +ENG101 +MATH201")
                    .containsPattern("Column +Read as +Row 2 +Row 3\n");
        }

        @Test
        void readsItAsTheOptionsSay() throws IOException {
            Path roster = home.resolve("latin.csv");
            Files.write(
                    roster,
                    "username;firstname;lastname;email\nzoe;Zo\u00EB;Adams;zoe@example.edu\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            Ending ending = installation()
                    .command("inspect", roster.toString(), "--charset=ISO-8859-1", "--delimiter=semicolon");
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(ending.out())
                    .contains("ISO-8859-1, separated by semicolons")
                    .contains("Zo\u00EB");
        }

        @Test
        void neverShowsAPassword() throws IOException {
            Ending ending =
                    inspect("username,firstname,lastname,email,password", "ada,Ada,Lovelace,ada@example.edu,Secret-1");
            assertThat(ending.out()).contains("(hidden)").doesNotContain("Secret-1");
        }

        @Test
        void neverShowsAPasswordThatStandsInAnotherColumn() throws IOException {
            Ending ending = inspect(
                    "username,firstname,lastname,password,email,city",
                    "ada,Ada, Jr,Lovelace,Secret-1,ada@example.edu,London",
                    "alan,Alan,Secret-2,alan@example.edu",
                    "emmy;Emmy;Noether;Secret-3;emmy@example.edu;Erlangen",
                    "grace,Grace, Jr,Hopper,Secret-1,grace@example.edu,New York");
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            assertThat(ending.out())
                    .contains("4      error  row.ragged")
                    .doesNotContain("Secret")
                    .doesNotContain("secret");
        }

        @Test
        void keepsWhatWouldSteerTheTerminalAway() throws IOException {
            Ending ending = inspect("username,firstname,lastname,email", "ada,\u009B31mAda,Love\u202Elace,a@b.edu");
            assertThat(ending.out()).doesNotContain("\u009B", "\u202E").contains("Ada");
        }

        @Test
        void touchesNeitherTheSiteNorTheJobState() throws IOException {
            installation().settings(URI.create("https://moodle.invalid"), "");
            Ending ending = inspect("username,firstname,lastname,email", "ada,Ada,Lovelace,ada@example.edu");
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(home.resolve("var/state")).doesNotExist();
            assertThat(home.resolve("reports")).doesNotExist();
        }
    }

    @Nested
    @DisplayName("with faults")
    class WithFaults {

        @Test
        void countsEveryKindOfProblemAndShowsItsFirst() throws IOException {
            Ending ending = inspect(
                    "username,firstname,lastname,email,country,emial",
                    "ada,Ada,Lovelace,ada@example.edu,Germany,",
                    "alan,Alan,Turing,alan@example.edu,France,",
                    "ADA,Ada,Byron,byron@example.edu,GB,");
            assertThat(ending.exitCode()).as(ending.toString()).isOne();
            assertThat(ending.out())
                    .contains("3 read, 3 would be rejected")
                    .containsPattern(
                            "2 +error +country.invalid +row 2: Germany is a country's name; write its code DE.")
                    .containsPattern("1 +error +username.duplicate +row 4: The username ada is already used in row 2.")
                    .containsPattern("1 +warning +column.unknown +row 1: .*did you mean \"email\"");
        }

        /** A run judges by the ledger's tables, an inspection by what it keeps in memory. */
        @Test
        void comesToWhatARunComesTo() throws IOException {
            Path roster = Path.of("samples/roster-with-faults.csv");
            Map<String, Long> inspected = new TreeMap<>();
            inspect(roster).out().lines().forEach(line -> {
                String[] words = line.strip().split(" +", -1);
                if (words.length > 3 && words[1].matches("error|warning")) {
                    inspected.put(words[2], Long.valueOf(words[0]));
                }
            });
            Ending run = installation().command("provision", roster.toString());
            assertThat(run.exitCode()).as(run.toString()).isOne();
            Map<String, Long> staged = new TreeMap<>();
            for (JsonNode problem : installation().summary(run.run()).path("problems")) {
                staged.put(
                        problem.path("code").asString(), problem.path("count").asLong());
            }
            assertThat(inspected).isNotEmpty();
            assertThat(staged).containsAllEntriesOf(inspected);
        }
    }

    @Nested
    @DisplayName("of what is no roster")
    class NoRoster {

        @Test
        void endsWithOneSentence() throws IOException {
            Ending ending = inspect("a,b", "1,2");
            assertThat(ending.exitCode()).isEqualTo(2);
            assertThat(ending.err().lines()).hasSize(1);
            assertThat(ending.err()).contains("roster.csv has no header");
        }

        @Test
        void saysThatAFileIsMissing() {
            Ending ending = inspect(home.resolve("nowhere.csv"));
            assertThat(ending.exitCode()).isEqualTo(2);
            assertThat(ending.err()).contains("nowhere.csv");
        }

        @Test
        void saysWhenARosterHasNoRows() throws IOException {
            Ending ending = inspect("username,firstname,lastname,email");
            assertThat(ending.exitCode()).isZero();
            assertThat(ending.out()).contains("0 read, nothing to do");
            assertThat(Files.exists(home.resolve("var/state"))).isFalse();
        }
    }
}
