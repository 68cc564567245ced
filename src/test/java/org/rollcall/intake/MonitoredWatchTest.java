package org.rollcall.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.RunningCommand;
import org.rollcall.sandbox.Sandbox;
import org.rollcall.sandbox.SandboxOptions;

/** A watch in a process of its own, as a monitoring program of the same machine sees it. */
@DisplayName("A watch tells other programs")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MonitoredWatchTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    @TempDir
    private Path home;

    private final HttpClient client = HttpClient.newHttpClient();
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

    private HttpResponse<String> get(URI address) {
        try {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static URI health(RunningCommand watch) throws IOException {
        return URI.create(watch.awaitLine("^How it is: (http://127.0.0.1:\\d+/actuator/health)$"));
    }

    @Test
    @DisplayName("how many rows and calls there were, and that all is well")
    void figures() throws Exception {
        try (RunningCommand watch = RunningCommand.in(home, "watch")) {
            URI health = health(watch);
            assertThat(get(health).body()).contains("\"status\":\"UP\"");
            folder.dropText("a.csv", DropFolder.HEADER + DropFolder.row("p01") + "P 2,,,,,\n");
            watch.awaitLine("(a.csv: run )");
            URI figures = health.resolve("prometheus");
            await().atMost(LONG_ENOUGH).until(() -> get(figures).body().contains("rollcall_runs_total"));
            assertThat(get(figures).body())
                    .contains("rollcall_runs_total{folder=\"\",outcome=\"rejects\"} 1.0")
                    .contains("rollcall_rows_total{folder=\"\",outcome=\"done\"} 1.0")
                    .contains("rollcall_rows_total{folder=\"\",outcome=\"rejected\"} 1.0")
                    .contains("rollcall_rows_total{folder=\"\",outcome=\"unchanged\"} 0.0")
                    .contains("rollcall_run_time_seconds_count{folder=\"\"} 1")
                    .contains("rollcall_site_calls_total{function=\"core_user_create_users\"} 1.0")
                    .contains("rollcall_site_call_seconds_total{function=\"core_user_create_users\"}")
                    .contains("rollcall_site_call_failures_total{function=\"core_user_create_users\"} 0.0")
                    .contains("rollcall_last_success_timestamp_seconds{folder=\"\"}")
                    .contains("rollcall_queue_files ")
                    .contains("jvm_memory_used_bytes");
            assertThat(get(health).body()).contains("\"status\":\"UP\"", "\"outcome\":\"rejects\"");
            assertThat(get(health.resolve("env")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("that a site which is unavailable holds a folder up, until it is mended")
    void heldUp() throws Exception {
        Sandbox down = Sandbox.start(SandboxOptions.inMemory());
        Files.writeString(home.resolve("config/arts-token"), down.token());
        folder.settingsOf("arts", "site: {url: '%s', token-file: config/arts-token}".formatted(down.url()));
        down.close();
        try (RunningCommand watch = RunningCommand.in(home, "watch")) {
            URI health = health(watch);
            folder.drop("arts/a.csv", "p01");
            await().atMost(LONG_ENOUGH).until(() -> get(health).statusCode() == 503);
            assertThat(get(health).body())
                    .contains("\"status\":\"DOWN\"", "\"inbox/arts\"", "\"outcome\":\"unavailable\"");
        }
    }

    @Test
    @DisplayName("nothing where it is not to, or where the port is another program's")
    void portAndSwitch() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            installation.settings("monitoring: {port: %d}".formatted(other.getLocalPort()));
            Ending refused = installation.command("watch");
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err().strip())
                    .isEqualTo("Port %d is taken by another program; set rollcall.monitoring.port to a free one."
                            .formatted(other.getLocalPort()));
            installation.settings("monitoring: {port: %d, enabled: false}".formatted(other.getLocalPort()));
            try (RunningCommand watch = RunningCommand.in(home, "watch")) {
                watch.awaitLine("^(Watching) ");
                assertThat(watch.stop("TERM").out()).doesNotContain("How it is");
            }
        }
    }
}
