package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.RunningCommand;
import org.rollcall.sandbox.Sandbox;
import org.rollcall.sandbox.SandboxOptions;

@DisplayName("The command sandbox")
class SandboxCommandTest {

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void install() throws Exception {
        installation = Installation.in(home);
    }

    @AfterEach
    void close() {
        installation.close();
    }

    private void assertRefused(String sentence, String... arguments) {
        Ending ending = installation.command(arguments);
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err().lines())
                .singleElement()
                .asString()
                .startsWith(sentence)
                .doesNotContain("Exception");
        assertThat(ending.out()).isEmpty();
    }

    @Nested
    @DisplayName("given well")
    class Running {

        @Test
        void runsASiteThatARosterCanBeProvisionedInto() throws Exception {
            Path roster = home.resolve("roster.csv");
            installation.command("sample", "--rows", "5", "--out", roster.toString());
            try (RunningCommand site = RunningCommand.in(home, "sandbox", "--port", "0")) {
                String url = site.awaitLine("^Practice Moodle +(http://127\\.0\\.0\\.1:\\d+)$");
                assertThat(site.awaitLine("^Web services +(\\S+)$")).isEqualTo(url + "/webservice/rest/server.php");
                Files.writeString(home.resolve("config/token"), site.awaitLine("^Token +(\\w+) \\(rollcall\\)$"));
                installation.settings(URI.create(url), "");
                Ending ending = installation.command("provision", roster.toString());
                assertThat(ending.exitCode()).as(ending.toString()).isZero();
                assertThat(ending.out()).contains("Users           5 created, 0 existing");
            }
        }

        @Test
        void printsTheCommandByWhichRollcallWorksOnIt() throws Exception {
            try (RunningCommand site = RunningCommand.in(home, "sandbox", "--port", "0")) {
                String url = site.awaitLine("^Practice Moodle +(\\S+)$");
                String token = site.awaitLine("^Token +(\\w+)");
                assertThat(site.awaitLine("^  (ROLLCALL_SITE_URL=.*)$"))
                        .isEqualTo("ROLLCALL_SITE_URL=" + url + " ROLLCALL_MOODLE_TOKEN=" + token
                                + " ./run.sh provision ROSTER");
            }
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"INT, 130", "TERM, 143"})
        @DisplayName("ends on a signal, with its data written")
        void endsOnASignal(String signal, int exitCode) throws Exception {
            assumeFalse(signal.equals("INT") && RunningCommand.ignoresInterrupts());
            Path folder = home.resolve("site");
            try (RunningCommand site = RunningCommand.in(home, "sandbox", "--port=0", "--folder=" + folder)) {
                site.awaitLine("(Ctrl-C) ends it");
                Ending ending = site.stop(signal);
                assertThat(ending.exitCode()).isEqualTo(exitCode);
                assertThat(ending.out()).endsWith("The sandbox has ended.");
            }
            try (Sandbox again = Sandbox.start(SandboxOptions.in(folder))) {
                assertThat(again.state().usernames()).contains("rollcall");
            }
        }

        @Test
        void tellsWhichTokensOpenNothing() throws Exception {
            Path seed = Files.writeString(home.resolve("seed.yml"), """
                    site: {name: Small, shortname: small}
                    users: [{username: ann, firstname: Ann, lastname: A, email: ann@example.com}]
                    tokens:
                      - {value: aaa, user: ann, expires: true}
                      - {value: bbb, user: ann, ip: 10.1.1.1}
                      - {value: ccc, user: ann, unauthorised: true}
                      - {value: ddd, user: ann}
                    """);
            try (RunningCommand site = RunningCommand.in(home, "sandbox", "--port=0", "--seed=" + seed)) {
                assertThat(site.awaitLine("^Token +(.*)$")).isEqualTo("aaa (ann, expired)");
                assertThat(site.awaitLine("^ +(.*)$")).isEqualTo("bbb (ann, from 10.1.1.1 only)");
                assertThat(site.awaitLine("^ +(.*)$")).isEqualTo("ccc (ann, not authorised)");
                assertThat(site.awaitLine("^ +(.*)$")).isEqualTo("ddd (ann)");
                assertThat(site.awaitLine("MOODLE_TOKEN=(\\w+)")).isEqualTo("ddd");
            }
        }

        @Test
        void letsCallsMeetFaults() throws Exception {
            try (RunningCommand site = RunningCommand.in(home, "sandbox", "--port=0", "--fault", "fault: html-page")) {
                URI service = URI.create(site.awaitLine("^Web services +(\\S+)$"));
                String answer = HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(service).build(), HttpResponse.BodyHandlers.ofString())
                        .body();
                assertThat(answer).contains("Please log in.");
            }
        }

        @Test
        void isAProgramPartnersSiteWhenItIsToldSo() throws Exception {
            String fault = "fault: html-page, of: local_wsfunc_get_visible_courses";
            try (RunningCommand site =
                    RunningCommand.in(home, "sandbox", "--port=0", "--program-partner", "--fault", fault)) {
                site.awaitLine("(Ctrl-C) ends it");
            }
            assertRefused("--fault: A fault is of the function local_wsfunc", "sandbox", "--port=0", "--fault", fault);
        }

        @Test
        void isExplained() {
            Ending ending = installation.command("sandbox", "--help");
            assertThat(ending.exitCode()).isZero();
            assertThat(ending.out())
                    .contains("--port=N", "--seed=FILE", "--folder=DIR", "--max-input-vars=N", "NONE, MINIMAL,");
        }
    }

    @Nested
    @DisplayName("given wrongly says in one sentence what is wrong")
    class Refused {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                --port=-1             | --port has to be from 0 to 65535.
                --port=65536          | --port has to be from 0 to 65535.
                --max-input-vars=0    | --max-input-vars has to be 1 or more.
                --seed=nowhere.yml    | --seed: There is no file nowhere.yml.
                --seed=src            | --seed: The file src cannot be read.
                --fault=fault: sleep  | --fault: The fault sleep cannot be: it has to be one of delay, status
                --fault=fault: html-page, of: f | --fault: A fault is of the function f, which the service lacks.
                --folder=pom.xml      | --folder: The sandbox's folder pom.xml cannot be made: there is a file.
                --folder=pom.xml/data | --folder: The sandbox's folder pom.xml/data cannot be made.
                """)
        void values(String argument, String sentence) {
            assertRefused(sentence, "sandbox", argument);
        }

        @ParameterizedTest
        @CsvSource({"--port=ten", "--debug-level=loud", "--max-input-vars=many", "--colour=red", "more"})
        void use(String argument) {
            Ending ending = installation.command("sandbox", argument);
            assertThat(ending.exitCode()).isEqualTo(2);
            assertThat(ending.err()).contains(argument.replaceFirst(".*=", "")).doesNotContain("\tat ");
        }

        @Test
        void aPortInUse() throws Exception {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                assertRefused(
                        "--port: The sandbox cannot listen on port " + taken.getLocalPort()
                                + ": another program has it",
                        "sandbox",
                        "--port=" + taken.getLocalPort());
            }
        }

        @Test
        void aFolderInUse() throws Exception {
            String folder = home.resolve("site").toString();
            try (RunningCommand first = RunningCommand.in(home, "sandbox", "--port=0", "--folder=" + folder)) {
                first.awaitLine("(Ctrl-C) ends it");
                assertRefused(
                        "--folder: The sandbox's data in " + folder + " cannot be opened: another program uses it.",
                        "sandbox",
                        "--port=0",
                        "--folder=" + folder);
            }
        }

        @Test
        void aSeed() throws Exception {
            Path seed = Files.write(home.resolve("seed.yml"), List.of("site: {name: A, shortname: a}", "colour: red"));
            assertRefused(
                    "--seed: " + seed + ", line 2: there is no key colour; the keys there are ",
                    "sandbox",
                    "--seed=" + seed);
        }

        @Test
        void aSeedWithAFaultOfAFunctionThatItDoesNotOffer() throws Exception {
            Path seed = Files.writeString(home.resolve("seed.yml"), """
                    site: {name: Small, shortname: small}
                    users: [{username: ann, firstname: Ann, lastname: A, email: ann@example.com}]
                    tokens: [{user: ann}]
                    faults: [{fault: html-page, of: core_user_create_users}]
                    """);
            assertRefused(
                    "--seed: A fault is of the function core_user_create_users, which the service lacks.",
                    "sandbox",
                    "--port=0",
                    "--seed=" + seed);
        }
    }
}
