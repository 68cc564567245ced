package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.RunningCommand;

/** A process that is asked to stop while a call is under way, and the same command again. */
@DisplayName("A run that is asked to stop")
class StoppedRunTest {

    private static final int PEOPLE = 60;
    private static final Duration SOON = Duration.ofSeconds(10);

    @SuppressWarnings("NullAway.Init")
    private static SiteContent undisturbed;

    @TempDir
    private Path home;

    private Installation installation;
    private SiteFront front;
    private Path roster;

    @BeforeAll
    static void runUndisturbed(@TempDir Path other) throws Exception {
        try (Installation alone = Installation.in(other);
                SiteFront itsFront = SiteFront.of(alone.sandbox().url())) {
            settings(alone, itsFront);
            Ending ending = alone.command("provision", roster(alone).toString());
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            undisturbed = SiteContent.of(alone.sandbox().state());
        }
    }

    @BeforeEach
    void setUp() throws Exception {
        installation = Installation.in(home);
        front = SiteFront.of(installation.sandbox().url());
        settings(installation, front);
        roster = roster(installation);
    }

    @AfterEach
    void tearDown() {
        front.close();
        installation.close();
    }

    /** So that one step is one chunk of several calls. */
    private static void settings(Installation installed, SiteFront site) throws IOException {
        installed.settings(site.url(), """
                create-missing-cohorts: true
                """);
    }

    private static Path roster(Installation installed) throws IOException {
        return installed.roster(
                "roster.csv",
                People.roster(PEOPLE, "cohort1,cohort2,course1,course2", "STUDENTS-2026,NEW-2026,ENG101,BIO110"));
    }

    /** What is done to the process while the site works on a call. */
    private interface Meanwhile {
        void happens(RunningCommand command) throws Exception;
    }

    private Ending ended(String function, Meanwhile meanwhile, String... options) throws Exception {
        CompletableFuture<RunningCommand> command = new CompletableFuture<>();
        front.beforeFirst(function, () -> {
            try {
                meanwhile.happens(command.get());
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        try (RunningCommand running = RunningCommand.in(home, provision(options))) {
            command.complete(running);
            return running.await();
        }
    }

    private String[] provision(String... options) {
        return Stream.concat(Stream.of("provision", roster.toString()), Stream.of(options))
                .toArray(String[]::new);
    }

    private long calls(String function) {
        return front.calls().stream()
                .filter(call -> call.function().equals(function))
                .count();
    }

    private void assertTheSameCommandBringsItToTheEndOfAnUndisturbedRun() throws Exception {
        Ending ending = installation.command("provision", roster.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(ending.out()).contains("Going on with run", "60 read, 60 done, none rejected", "60 created");
        assertThat(SiteContent.of(installation.sandbox().state())).isEqualTo(undisturbed);
    }

    private static void stops(RunningCommand command, String signal) throws Exception {
        command.signal(signal);
        command.awaitLine(
                "(Stopping) after the calls in flight; Ctrl-C again stops at once, and loses nothing either.");
    }

    @ParameterizedTest(name = "by {0} sends no further call, says how to go on, and soon ends with {1}")
    @CsvSource({"INT, 130", "TERM, 143"})
    void stopsAfterTheCallInFlight(String signal, int exitCode) throws Exception {
        assumeFalse(signal.equals("INT") && RunningCommand.ignoresInterrupts());
        AtomicLong answered = new AtomicLong();
        Ending ending = ended("core_user_create_users", command -> {
            stops(command, signal);
            answered.set(System.nanoTime());
        });
        assertThat(Duration.ofNanos(System.nanoTime() - answered.get())).isLessThan(SOON);
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(exitCode);
        assertThat(ending.out())
                .matches("The run \\d{4}-\\d\\d-\\d\\d-\\d{4} was stopped\\. `run\\.sh provision " + roster
                        + "` goes on from there\\.");
        assertThat(calls("core_user_create_users")).isEqualTo(1);
        assertThat(front.calls().get(front.calls().size() - 1).function()).isEqualTo("core_user_create_users");
        assertTheSameCommandBringsItToTheEndOfAnUndisturbedRun();
    }

    @Test
    @DisplayName("tells programs that it stopped, and what the process ends with")
    void tellsPrograms() throws Exception {
        Ending ending = ended("core_user_create_users", command -> stops(command, "TERM"), "--json");
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(143);
        assertThat(ending.out().lines().filter(line -> line.startsWith("{")))
                .anyMatch(
                        line -> line.startsWith("{\"event\":\"step\",\"step\":\"createUsers\",\"ending\":\"stopped\""))
                .last()
                .asString()
                .startsWith("{\"event\":\"error\",\"exitCode\":143,\"message\":\"The run ");
    }

    @ParameterizedTest(name = "while it calls {0}")
    @ValueSource(strings = {"core_user_create_users", "enrol_manual_enrol_users"})
    @DisplayName("twice stops at once, and loses nothing")
    void stopsAtOnce(String function) throws Exception {
        assumeFalse(RunningCommand.ignoresInterrupts());
        Ending ending = ended(function, command -> {
            stops(command, "INT");
            command.signal("INT");
            assertThat(command.awaitLine("^(Stopped .*)$"))
                    .isEqualTo(
                            "Stopped at once; nothing is lost. `run.sh provision " + roster + "` goes on from there.");
            command.awaitEnd();
        });
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(130);
        assertTheSameCommandBringsItToTheEndOfAnUndisturbedRun();
    }

    @Test
    @DisplayName("and cannot, ends within ten seconds all the same")
    void isCutOff() throws Exception {
        List<String> stuck = List.of("-Dstuck.in=createUsers");
        try (RunningCommand running = RunningCommand.in(home, stuck, "provision", roster.toString())) {
            running.awaitLine("(It is stuck)");
            long signalled = System.nanoTime();
            stops(running, "TERM");
            Ending ending = running.await();
            assertThat(Duration.ofNanos(System.nanoTime() - signalled)).isLessThan(SOON.plusSeconds(2));
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(143);
        }
        assertTheSameCommandBringsItToTheEndOfAnUndisturbedRun();
    }
}
