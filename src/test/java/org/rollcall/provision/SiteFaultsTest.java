package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxEnrolment;
import org.rollcall.sandbox.SandboxState;
import tools.jackson.databind.JsonNode;

/** A site that goes away, or whose answers do, while a run is under way. */
@DisplayName("A site")
class SiteFaultsTest {

    private static final int PEOPLE = 30;
    private static final String MORE = """
            batch-size: 10
            create-missing-cohorts: true
            """;

    @TempDir
    private Path home;

    private Installation installation;
    private Faults faults;
    private Path roster;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
        faults = installation.sandbox().faults();
        installation.settings(MORE);
        roster = installation.roster(
                "roster.csv",
                People.roster(PEOPLE, "cohort1,cohort2,course1,course2", "STUDENTS-2026,NEW-2026,ENG101,BIO110"));
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending provision(String... more) {
        return more.length == 0
                ? installation.command("provision", roster.toString())
                : installation.command("provision", roster.toString(), more[0], more[1]);
    }

    private void assertEverythingIsThereOnce(Ending ending) throws IOException {
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        SandboxState site = installation.sandbox().state();
        List<String> people = People.names(PEOPLE);
        assertThat(site.usernames().stream().filter(name -> name.matches("p\\d\\d")))
                .containsExactlyInAnyOrderElementsOf(people);
        assertThat(site.cohortIdnumbers().stream().filter("NEW-2026"::equals)).hasSize(1);
        for (String cohort : List.of("STUDENTS-2026", "NEW-2026")) {
            assertThat(site.cohortMembers(cohort)).containsExactlyInAnyOrderElementsOf(people);
        }
        for (String course : List.of("ENG101", "BIO110")) {
            assertThat(site.enrolments(course))
                    .extracting(SandboxEnrolment::username)
                    .containsExactlyInAnyOrderElementsOf(people);
        }
        JsonNode summary = installation.summary(ending.run());
        assertThat(summary.at("/users/created").asInt()).isEqualTo(PEOPLE);
        assertThat(summary.at("/users/existing").asInt()).isZero();
        assertThat(summary.at("/cohorts/created").asInt()).isEqualTo(1);
        assertThat(summary.at("/cohorts/membersAdded").asInt()).isEqualTo(2 * PEOPLE);
        assertThat(summary.at("/cohorts/membersAlready").asInt()).isZero();
        assertThat(summary.at("/enrolments/made").asInt()).isEqualTo(2 * PEOPLE);
        assertThat(summary.at("/enrolments/already").asInt()).isZero();
        assertThat(installation.csv(ending.run(), "rejects.csv")).hasSize(1);
    }

    @Nested
    @DisplayName("that cannot be reached")
    class Unreachable {

        @Test
        @DisplayName("ends the command with exit code 3 and one sentence, and nothing is begun")
        void nothingBegun() throws IOException {
            URI nobody;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
            }
            installation.settings(nobody, MORE);
            Ending ending = provision();
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(3);
            assertThat(ending.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("Nobody answers at 127.0.0.1")
                    .endsWith("The same command goes on where this one ended.");
            assertThat(ending.out()).isEmpty();
            assertThat(Files.exists(home.resolve("reports"))).isFalse();
        }

        @Test
        @DisplayName("under its name says which setting to check")
        void unknownName() throws IOException {
            installation.settings(URI.create("https://moodle.invalid"), MORE);
            Ending ending = provision();
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(3);
            assertThat(ending.err()).contains("moodle.invalid").contains("rollcall.site.url");
        }
    }

    @Nested
    @DisplayName("that closes midway")
    class ClosesMidway {

        @ParameterizedTest(name = "before call {0}")
        @ValueSource(ints = {3, 5, 7, 9, 11, 14, 18})
        @DisplayName("leaves a run that the same command takes up and ends well, at another concurrency too")
        void goesOn(int call) throws IOException {
            faults.add(FaultRule.always(Fault.status(503)).after(call - 1));
            Ending broken = provision("--concurrency", "1");
            assertThat(broken.exitCode()).as(broken.toString()).isEqualTo(3);
            assertThat(broken.err().lines())
                    .singleElement()
                    .asString()
                    .contains("HTTP 503")
                    .endsWith("The same command goes on where this one ended.");
            faults.clear();
            Ending ending = provision("--concurrency", "3");
            assertThat(ending.out()).startsWith("Going on with run " + broken.run() + ":");
            assertEverythingIsThereOnce(ending);
        }

        @ParameterizedTest(name = "{0}, then {1}")
        @CsvSource({"3, ''", "'', 8", "2, 5", "5, 2"})
        @DisplayName("loses nobody where the run is taken up with other calls at a time")
        void otherConcurrency(String before, String after) throws IOException {
            faults.add(FaultRule.always(Fault.status(503))
                    .of(SiteCalls.CREATE_USERS)
                    .after(2));
            Ending broken = provision(concurrency(before));
            assertThat(broken.exitCode()).as(broken.toString()).isEqualTo(3);
            faults.clear();
            assertEverythingIsThereOnce(provision(concurrency(after)));
        }

        private static String[] concurrency(String calls) {
            return calls.isEmpty() ? new String[0] : new String[] {"--concurrency", calls};
        }

        @Test
        @DisplayName("leaves a state in which no password can be read")
        void passwordsAreSealed() throws IOException {
            faults.add(FaultRule.always(Fault.status(503)).of(SiteCalls.CREATE_USERS));
            assertThat(provision().exitCode()).isEqualTo(3);
            try (Stream<Path> files = Files.walk(home.resolve("var"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain("Passw0rd");
                }
            }
        }

        @Test
        @DisplayName("and opens within seconds is asked again, where a call only reads")
        void shortly() throws IOException {
            for (String function : SiteCalls.READING) {
                faults.add(FaultRule.next(1, Fault.status(503)).of(function));
            }
            assertEverythingIsThereOnce(provision());
        }
    }

    @Nested
    @DisplayName("whose answer does not arrive")
    class AnswerLost {

        @ParameterizedTest(name = "{0} call {1}, {2}")
        @CsvSource({
            "core_cohort_create_cohorts, 1, drop-after-commit",
            "core_cohort_create_cohorts, 1, drop-before-call",
            "core_cohort_create_cohorts, 1, drop-and-go-on",
            "core_user_create_users, 1, drop-after-commit",
            "core_user_create_users, 2, drop-before-call",
            "core_user_create_users, 3, drop-and-go-on",
            "core_cohort_add_cohort_members, 1, drop-after-commit",
            "core_cohort_add_cohort_members, 2, drop-before-call",
            "core_cohort_add_cohort_members, 3, drop-and-go-on",
            "enrol_manual_enrol_users, 1, drop-after-commit",
            "enrol_manual_enrol_users, 2, drop-before-call",
            "enrol_manual_enrol_users, 3, drop-and-go-on",
            "core_cohort_create_cohorts, 1, 'status-after-commit, status: 503'",
            "core_user_create_users, 1, 'status-after-commit, status: 503'",
            "core_cohort_add_cohort_members, 1, 'status-after-commit, status: 503'",
            "enrol_manual_enrol_users, 1, 'status-after-commit, status: 503'",
        })
        @DisplayName("is looked at before anything is sent again, and everything ends there once")
        void oneAnswer(String function, int nth, String fault) throws IOException {
            faults.add(FaultRule.nth(nth, FaultRule.read("fault: " + fault).fault())
                    .of(function));
            assertEverythingIsThereOnce(provision());
        }

        static final List<Fault> BREAKS = List.of(Fault.dropBeforeCall(), Fault.dropAfterCommit());

        @ParameterizedTest
        @FieldSource("BREAKS")
        @DisplayName("time and again ends the command with exit code 3, and the next one ends well")
        void everyAnswer(Fault fault) throws IOException {
            faults.add(FaultRule.always(fault).of(SiteCalls.ENROL, SiteCalls.CREATE_USERS));
            Ending broken = provision();
            assertThat(broken.exitCode()).as(broken.toString()).isEqualTo(3);
            faults.clear();
            assertEverythingIsThereOnce(provision());
        }
    }
}
