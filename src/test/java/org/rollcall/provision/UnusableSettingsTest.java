package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;

/** Settings that cannot be worked with: one sentence that names them, and nothing is done. */
@DisplayName("Settings")
class UnusableSettingsTest {

    @TempDir
    private Path home;

    private Installation installation;
    private Path roster;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
        roster = installation.roster("roster.csv", People.roster(2, "course1", "ENG101"));
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private void assertRefused(String... parts) {
        Ending ending = installation.command("provision", roster.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err().lines())
                .as(ending.toString())
                .singleElement()
                .asString()
                .contains(parts)
                .doesNotContain("Exception", "org.springframework", "\tat ");
        assertThat(ending.out()).isEmpty();
        assertThat(installation.sandbox().calls()).isEmpty();
        assertThat(Files.exists(home.resolve("reports"))).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "batch-siz: 5                  | There is no setting rollcall.batch-siz (line 7 of config/application.yml)",
                "site.tokenfile2: x            | There is no setting rollcall.site.tokenfile2",
                "concurrency: many             | The setting rollcall.concurrency cannot be \"many\" (line 7",
                "create-missing-cohorts: maybe | The setting rollcall.create-missing-cohorts cannot be \"maybe\"",
                "site.call-timeout: soon       | The setting rollcall.site.call-timeout cannot be \"soon\"",
                "site.call-timeout: 0s         | The setting rollcall.site.call-timeout must be longer than",
                "site.time-zone: Mars/Olympus  | The setting rollcall.site.time-zone cannot be \"Mars/Olympus\"",
                "site.roles.tutor: twelve      | The setting rollcall.site.roles.tutor cannot be \"twelve\"",
                "batch-size: 501               | The setting rollcall.batch-size must be less than or equal to 500.",
                "concurrency: 0                | The setting rollcall.concurrency must be greater than or equal to 1.",
                "site.max-input-vars: 10       | The setting rollcall.site.max-input-vars must be",
                "roster.max-rows: 0            | The setting rollcall.roster.max-rows must be",
                "site.default-role: wizard     | rollcall.site.default-role is \"wizard\"",
                "batch-size: [5                | config/application.yml cannot be read: ",
                "'\tbatch-size: 5'              | config/application.yml cannot be read: ",
            })
    @DisplayName("with a line that cannot be are refused by name")
    void line(String line, String sentence) throws IOException {
        installation.settings(line);
        assertRefused(sentence);
    }

    @Test
    @DisplayName("with a site on another machine over plain http are refused")
    void plainHttp() throws IOException {
        installation.settings(URI.create("http://moodle.example.edu"), "");
        assertRefused("rollcall.site.url cannot be used", "https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moodle.example.edu",
                "ftp://moodle.example.edu",
                "https://",
                "https://user:pw@moodle.example.edu"
            })
    @DisplayName("with a site's address that is none are refused")
    void address(String url) throws IOException {
        Files.writeString(home.resolve("config/application.yml"), """
                rollcall.site:
                  url: "%s"
                  token-file: config/token
                """.formatted(url));
        assertRefused("rollcall.site.url");
    }

    @Test
    @DisplayName("without a token are refused, with both ways to give one")
    void noToken() throws IOException {
        Files.writeString(home.resolve("config/application.yml"), "rollcall.site.url: https://moodle.example.edu\n");
        assertRefused("There is no token", "ROLLCALL_MOODLE_TOKEN", "rollcall.site.token-file");
    }

    @Test
    @DisplayName("with an empty token file are refused")
    void emptyToken() throws IOException {
        Files.writeString(home.resolve("config/token"), "\n");
        assertRefused("The token file config/token is empty (rollcall.site.token-file).");
    }

    @Test
    @DisplayName("with a token file that holds more than a token are refused")
    void twoTokens() throws IOException {
        Files.writeString(home.resolve("config/token"), "token: 0123456789abcdef");
        assertRefused("The token file config/token (rollcall.site.token-file) holds a sign that no token has");
    }

    @Test
    @DisplayName("with a token file that is not there are refused")
    void missingToken() throws IOException {
        Files.delete(home.resolve("config/token"));
        assertRefused("The token file config/token cannot be read (rollcall.site.token-file).");
    }

    @Test
    @DisplayName("that are refused show a trace only when asked for one")
    void debug() throws IOException {
        installation.settings("batch-siz: 5");
        Ending ending = installation.command("--debug", "provision", roster.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err())
                .startsWith("There is no setting rollcall.batch-siz")
                .contains("\tat ");
    }

    @ParameterizedTest
    @CsvSource({"--batch-size, 0", "--batch-size, 501", "--concurrency, 17", "--concurrency, many", "--nonsense, 1"})
    @DisplayName("given on the command line are judged alike")
    void commandLine(String option, String value) {
        Ending ending = installation.command("provision", roster.toString(), option, value);
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err()).contains(option.substring(2)).doesNotContain("Exception", "\tat ");
        assertThat(installation.sandbox().calls()).isEmpty();
    }
}
