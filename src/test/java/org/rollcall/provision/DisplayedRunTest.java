package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.RunningCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run shows while it works, in each of the ways in which it can be asked to. */
@DisplayName("A run shows")
class DisplayedRunTest {

    private static final int PEOPLE = 30;

    @TempDir
    private Path home;

    private Installation installation;
    private Path clean;
    private Path mixed;

    @BeforeEach
    void setUp() throws Exception {
        installation = Installation.in(home);
        clean = installation.roster("clean.csv", People.roster(PEOPLE, "cohort1", "STUDENTS-2026"));
        mixed = installation.roster(
                "mixed.csv",
                List.of(
                        People.COLUMNS + ",course1",
                        People.cells(41) + ",ENG101",
                        People.cells(42) + ",NO-SUCH-COURSE",
                        People.cells(43, "weak") + ",ENG101"));
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private static List<JsonNode> events(Ending ending) {
        return ending.out().lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static Stream<JsonNode> events(Ending ending, String name) {
        return events(ending).stream()
                .filter(event -> event.at("/event").asString().equals(name));
    }

    @Nested
    @DisplayName("nothing with --quiet")
    class Quiet {

        @Test
        @DisplayName("where all went well")
        void nothing() {
            Ending ending = installation.command("provision", "--quiet", clean.toString());
            assertThat(ending).isEqualTo(new Ending(0, "", ""));
        }

        @Test
        @DisplayName("but where the rejects are")
        void rejects() {
            Ending ending = installation.command("provision", "--quiet", mixed.toString());
            assertThat(ending.exitCode()).isEqualTo(1);
            assertThat(ending.err()).isEmpty();
            assertThat(ending.out().lines())
                    .singleElement()
                    .asString()
                    .startsWith("mixed.csv: 2 of 3 rows came back; they are in " + home)
                    .endsWith("rejects.csv.");
        }

        @Test
        @DisplayName("but which plans wait to be applied, and what an undo leaves")
        void plans() {
            Ending plan = installation.command("plan", "--quiet", mixed.toString(), clean.toString());
            assertThat(plan.exitCode()).isEqualTo(1);
            assertThat(plan.out().lines())
                    .hasSize(3)
                    .satisfies(lines -> assertThat(lines.get(0)).contains("mixed.csv: 1 of 3 rows came back"))
                    .satisfies(lines -> assertThat(lines.get(2))
                            .matches("clean\\.csv: 60 changes are planned; `run\\.sh apply \\S+` carries them out\\."));
            String name = plan.out().replaceAll("(?s).*run\\.sh apply (\\S+)`.*", "$1");
            assertThat(installation.command("apply", "--quiet", name)).isEqualTo(new Ending(0, "", ""));
            Ending undo = installation.command("undo", "--quiet", name);
            assertThat(undo.out()).matches("\\S+: 60 things can be taken back; `run\\.sh apply \\S+` does it\\.\\R");
            assertThat(installation.command("undo", "--quiet", "--apply", name)).isEqualTo(new Ending(0, "", ""));
        }
    }

    @Nested
    @DisplayName("programs, with --json,")
    class Json {

        @Test
        @DisplayName("the run, each step, and its result in the shape of summary.json")
        void result() throws IOException {
            Ending ending = installation.command("provision", "--json", mixed.toString());
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            assertThat(ending.err()).isEmpty();
            List<JsonNode> events = events(ending);
            String run = events.get(0).at("/run").asString();
            assertThat(events.get(0).at("/event").asString()).isEqualTo("run");
            assertThat(events.get(0).at("/roster").asString()).isEqualTo("mixed.csv");
            assertThat(events(ending, "step"))
                    .anySatisfy(step -> {
                        assertThat(step.at("/step").asString()).isEqualTo("stageRoster");
                        assertThat(step.at("/ending").asString()).isEqualTo("completed");
                        assertThat(step.at("/count").asInt()).isEqualTo(3);
                    })
                    .hasSizeGreaterThan(15);
            JsonNode result = events.get(events.size() - 1);
            assertThat(result.at("/event").asString()).isEqualTo("result");
            assertThat(result.at("/exitCode").asInt()).isEqualTo(1);
            assertThat(result.at("/reports").asString())
                    .isEqualTo(installation.report(run, "").toString());
            JsonNode written = installation.summary(run);
            assertThat(result.at("/summary").propertyNames()).containsExactlyElementsOf(written.propertyNames());
            for (String part : List.of("run", "rows", "users", "problems", "file", "enrolments")) {
                assertThat(result.at("/summary/" + part)).isEqualTo(written.at("/" + part));
            }
        }

        @Test
        @DisplayName("a result for each plan, and one of an undo")
        void plans() {
            Ending plan = installation.command("plan", "--json", mixed.toString(), clean.toString());
            assertThat(plan.exitCode()).isEqualTo(1);
            assertThat(events(plan, "result"))
                    .extracting(result -> result.at("/exitCode").asInt())
                    .containsExactly(1, 0);
            JsonNode last = events(plan, "result").skip(1).findFirst().orElseThrow();
            assertThat(last.at("/plan/CREATE").asInt()).isEqualTo(PEOPLE);
            String name = last.at("/summary/run").asString();
            assertThat(events(installation.command("apply", "--json", name), "result"))
                    .singleElement()
                    .satisfies(result -> assertThat(
                                    result.at("/summary/users/created").asInt())
                            .isEqualTo(PEOPLE));
            assertThat(events(installation.command("undo", "--json", "--apply", name), "result"))
                    .singleElement()
                    .satisfies(result ->
                            assertThat(result.at("/summary/takenBack").asInt()).isEqualTo(2 * PEOPLE));
        }

        @ParameterizedTest(name = "what is wrong: {0}")
        @ValueSource(strings = {"provision --json no-such.csv", "provision --json", "apply --json 2026-01-01-0001"})
        void error(String arguments) {
            Ending ending = installation.command(arguments.split(" "));
            assertThat(ending.exitCode()).isEqualTo(2);
            assertThat(ending.err()).isNotEmpty();
            assertThat(events(ending)).singleElement().satisfies(event -> {
                assertThat(event.at("/event").asString()).isEqualTo("error");
                assertThat(event.at("/exitCode").asInt()).isEqualTo(2);
                assertThat(ending.err()).startsWith(event.at("/message").asString());
            });
        }
    }

    @Test
    @DisplayName("nothing at all where it is asked to be quiet and to tell programs")
    void notBoth() {
        Ending ending = installation.command("provision", "--quiet", "--json", clean.toString());
        assertThat(ending.exitCode()).isEqualTo(2);
        assertThat(ending.err().strip()).isEqualTo("--quiet and --json exclude each other; give one of them.");
    }

    /** Until a line is seen that the site's silence brings about. */
    private Ending slow(String line, List<String> javaOptions) throws Exception {
        try (SiteFront front = SiteFront.of(installation.sandbox().url())) {
            installation.settings(front.url(), "");
            CompletableFuture<RunningCommand> command = new CompletableFuture<>();
            front.beforeFirst("core_user_create_users", () -> {
                try {
                    command.get().awaitLine(line);
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            try (RunningCommand running = RunningCommand.in(home, javaOptions, "provision", clean.toString())) {
                command.complete(running);
                return running.await();
            }
        }
    }

    @Test
    @DisplayName("a plain line every few seconds of a step that takes long")
    void plainLines() throws Exception {
        Ending ending = slow("^(  creating accounts: 0 of 30, 5 s)$", List.of());
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(ending.out())
                .contains("  created accounts                      30 ")
                .doesNotContain("\r");
    }

    @Test
    @DisplayName("on a terminal one line that is drawn again in its place, and at the end the line that stays")
    void liveLine() throws Exception {
        // A reader of lines takes a carriage return for the end of one.
        Ending ending = slow(
                "^(  creating accounts  .* 0 / 30  0 s)\\s*$",
                List.of("-Drollcall.terminal=true", "-Drollcall.columns=60"));
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(ending.out().lines())
                .anyMatch(line -> line.startsWith("  created accounts                      30 "));
        assertThat(ending.out().lines().filter(line -> line.startsWith("  creating accounts")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(60));
    }
}
