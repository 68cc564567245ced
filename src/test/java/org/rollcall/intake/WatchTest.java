package org.rollcall.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.RunningCommand;
import org.rollcall.operation.Home;
import org.rollcall.operation.StateLock;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;

/** A watch in a process of its own, while people drop files and machines go down. */
@DisplayName("A watch")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WatchTest {

    private static final int TERMINATED = 143;

    @TempDir
    private Path home;

    private Installation installation;
    private DropFolder folder;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
        installation.settings(DropFolder.QUICK);
        folder = new DropFolder(installation);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private RunningCommand watching() throws IOException {
        RunningCommand watch = RunningCommand.in(home, "watch");
        watch.awaitLine("^(Watching) ");
        return watch;
    }

    private boolean isThere(String username) {
        return installation.sandbox().state().usernames().contains(username);
    }

    @Test
    @DisplayName("takes a file that is written slowly only when it is whole, and others meanwhile")
    void writtenSlowly() throws Exception {
        installation.settings("intake: {settle: 2s, poll: 100ms}\nmonitoring: {port: 0}");
        try (RunningCommand watch = watching()) {
            try (Writer slow = Files.newBufferedWriter(folder.inbox().resolve("a-slow.csv"))) {
                slow.write(DropFolder.HEADER);
                slow.flush();
                folder.drop("b.csv", "p01");
                // The other one is whole and done while this one grows, for as long as that takes.
                AtomicInteger lines = new AtomicInteger();
                await().atMost(Duration.ofMinutes(1)).until(() -> {
                    slow.write(DropFolder.row("slow%04d".formatted(lines.incrementAndGet())));
                    slow.flush();
                    return folder.archived().stream().anyMatch(file -> file.endsWith("/b.csv"));
                });
                slow.write(DropFolder.row("last"));
            }
            watch.awaitLine("(a-slow.csv: run .*)");
            assertThat(isThere("slow0001") && isThere("last")).isTrue();
            assertThat(folder.lying()).isEmpty();
            assertThat(watch.stop("TERM").exitCode()).isEqualTo(TERMINATED);
        }
    }

    @Test
    @DisplayName("waits while a command is at work, which in turn may work while the watch has nothing to do")
    void sharesTheState() throws Exception {
        try (RunningCommand watch = watching()) {
            try (StateLock lock = StateLock.take(new Home(home)).orElseThrow()) {
                assertThat(lock).isNotNull();
                folder.drop("a.csv", "p01");
                watch.awaitLine("(Another command is at work in this folder)");
                assertThat(folder.lying()).containsExactly("a.csv");
            }
            watch.awaitLine("(a.csv: run )");
            watch.awaitLine("(archive)");
            Ending byHand =
                    installation.command("plan", folder.archived("a.csv").toString());
            assertThat(byHand.exitCode()).as(byHand.toString()).isZero();
        }
    }

    @Test
    @DisplayName("holds to changed settings from the next file on, and says once what is wrong with them")
    void changedSettings() throws Exception {
        folder.settingsOf("arts", "bach-size: 5");
        try (RunningCommand watch = watching()) {
            folder.drop("arts/a.csv", "p01");
            watch.awaitLine("inbox/arts waits: (There is no setting rollcall.bach-size)");
            folder.settingsOf("arts", "intake: {mode: plan}");
            watch.awaitLine("arts/a.csv: run .*: (planned), 2 changes");
        }
    }

    @Test
    @DisplayName("takes files at the times of the schedule")
    void schedule() throws Exception {
        installation.settings(DropFolder.QUICK + "schedule: '*/5 * * * * *'");
        folder.settingsOf("never", "schedule: 0 0 1 1 *");
        try (RunningCommand watch = watching()) {
            folder.drop("never/a.csv", "p01");
            folder.drop("b.csv", "p02");
            watch.awaitLine("(b.csv: run )");
            watch.awaitLine("(archive)");
            assertThat(folder.lying()).containsExactly("never/a.csv");
        }
    }

    @Test
    @DisplayName("stops on TERM within ten seconds and the call in flight, and goes on with the same run")
    void terminated() throws Exception {
        installation.settings(DropFolder.QUICK + "batch-size: 1\nconcurrency: 1");
        StringBuilder roster = new StringBuilder(DropFolder.HEADER);
        for (int i = 0; i < 40; i++) {
            roster.append(DropFolder.row("p%02d".formatted(i)));
        }
        installation
                .sandbox()
                .faults()
                .add(FaultRule.always(Fault.delay(Duration.ofMillis(500))).of("core_user_create_users"));
        try (RunningCommand watch = watching()) {
            folder.dropText("a.csv", roster.toString());
            awaitSomebody();
            Instant asked = Instant.now();
            Ending ending = watch.stop("TERM");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(11));
            assertThat(ending.exitCode()).isEqualTo(TERMINATED);
            assertThat(ending.out()).contains("a.csv: stopped; it goes on at the next start", "The watch has ended");
        }
        assertThat(isThere("p39")).isFalse();
        assertThat(folder.lying()).isEmpty();
        installation.sandbox().faults().clear();
        Ending later = installation.command("watch", "--once");
        assertThat(later.out()).contains("-0001: 40 of 40 rows done");
        assertEverybodyIsThereOnce();
    }

    private void awaitSomebody() {
        await().atMost(Duration.ofMinutes(1)).until(() -> isThere("p01"));
    }

    private void assertEverybodyIsThereOnce() {
        assertThat(installation.sandbox().state().usernames().stream().filter(name -> name.matches("p\\d\\d")))
                .doesNotHaveDuplicates()
                .hasSize(40);
    }

    @Test
    @DisplayName("works once more on a file that somebody still writes after it was taken")
    void changedMeanwhile() throws Exception {
        FaultRule slow = FaultRule.always(Fault.delay(Duration.ofSeconds(2))).of("core_user_create_users");
        installation.sandbox().faults().add(slow);
        try (RunningCommand watch = watching()) {
            try (Writer writer = Files.newBufferedWriter(folder.inbox().resolve("a.csv"))) {
                writer.write(DropFolder.HEADER + DropFolder.row("p01"));
                writer.flush();
                await().atMost(Duration.ofMinutes(1)).until(() -> isThere("p01"));
                writer.write(DropFolder.row("p02"));
            }
            watch.awaitLine("a.csv: (changed while run .*-0001 worked on it; worked on once more)");
            watch.awaitLine("a.csv: run .*-0002: (2 of 2 rows done)");
        }
        assertThat(isThere("p02")).isTrue();
        assertThat(folder.archived("a.csv")).content().contains("p02");
    }

    @Test
    @DisplayName("that is killed in the midst of a run loses nothing and does nothing twice")
    void killed() throws Exception {
        installation.settings(DropFolder.QUICK + "batch-size: 1\nconcurrency: 1");
        StringBuilder roster = new StringBuilder(DropFolder.HEADER);
        for (int i = 0; i < 40; i++) {
            roster.append(DropFolder.row("p%02d".formatted(i)));
        }
        installation
                .sandbox()
                .faults()
                .add(FaultRule.always(Fault.delay(Duration.ofMillis(200))).of("core_user_create_users"));
        try (RunningCommand watch = watching()) {
            folder.dropText("z.csv", roster.toString());
            folder.drop("arts/a.csv", "q01");
            awaitSomebody();
            watch.stop("KILL");
        }
        installation.sandbox().faults().clear();
        Ending later = installation.command("watch", "--once");
        assertThat(later.exitCode()).as(later.toString()).isZero();
        assertThat(folder.archived("z.csv")).content().isEqualTo(roster.toString());
        assertThat(folder.lying()).isEmpty();
        folder.assertNothingInWork();
        assertThat(List.of(folder.runOf("z.csv"), folder.runOf("a.csv")))
                .as("two runs and no more")
                .allMatch(run -> run.endsWith("-0001") || run.endsWith("-0002"));
        assertEverybodyIsThereOnce();
    }
}
