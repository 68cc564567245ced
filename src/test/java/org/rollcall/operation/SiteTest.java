package org.rollcall.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.moodle.AnswerFormat;
import org.rollcall.moodle.CallLog;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.TimeLimits;
import org.rollcall.operation.RollcallSettings.SandboxSettings;
import org.rollcall.operation.RollcallSettings.SiteSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("The site")
class SiteTest {

    private static final String URL = "https://moodle.example.org";

    @TempDir
    private Path folder;

    private final MockEnvironment environment = new MockEnvironment();

    private Site open(@Nullable String url, @Nullable String tokenFile) throws IOException {
        Map<String, String> lines = new HashMap<>();
        if (url != null) {
            lines.put("url", url);
        }
        if (tokenFile != null) {
            lines.put("token-file", tokenFile);
        }
        return open(lines);
    }

    private Site open(Map<String, String> lines) throws IOException {
        SiteSettings settings =
                new Binder(new MapConfigurationPropertySource(lines)).bindOrCreate("", SiteSettings.class);
        return Site.open(settings, new SandboxSettings(false), new Home(folder), environment);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void isTheSandboxWhereNoneIsNamed(@Nullable String url) throws IOException {
        try (Site site = open(url, null)) {
            assertThat(site.name()).isEqualTo("sandbox");
            assertThat(site.moodle().url().getHost()).isEqualTo("127.0.0.1");
            assertThat(folder.resolve("var/sandbox")).isDirectory();
        }
    }

    @ParameterizedTest(name = "when that is {0}")
    @ValueSource(booleans = {true, false})
    void isASandboxWithAProgramPartnersFunctionsIfThatIsWanted(boolean wanted) throws Exception {
        SiteSettings none =
                new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("", SiteSettings.class);
        try (Site site = Site.open(none, new SandboxSettings(wanted), new Home(folder), environment)) {
            MoodleClient client =
                    new MoodleClient(site.moodle(), MoodleClient.httpClient(site.moodle()), new CallLog());
            assertThat(client.site().info().toString().contains("local_wsfunc_get_visible_courses"))
                    .isEqualTo(wanted);
        }
    }

    @Nested
    @DisplayName("with its token")
    class Token {

        @Test
        void fromTheEnvironment() throws IOException {
            environment.setProperty("ROLLCALL_MOODLE_TOKEN", " abc123\n");
            try (Site site = open(URL, null)) {
                assertThat(site.name()).isEqualTo(URL);
                assertThat(site.moodle().token()).isEqualTo("abc123");
            }
        }

        @Test
        void fromAFileWithinTheHome() throws IOException {
            Files.writeString(folder.resolve("token"), "abc123\n");
            try (Site site = open(URL, "token")) {
                assertThat(site.moodle().token()).isEqualTo("abc123");
            }
        }

        @Test
        void fromTheEnvironmentRatherThanAFile() throws IOException {
            Files.writeString(folder.resolve("token"), "of-the-file");
            environment.setProperty("ROLLCALL_MOODLE_TOKEN", "of-the-environment");
            try (Site site = open(URL, "token")) {
                assertThat(site.moodle().token()).isEqualTo("of-the-environment");
            }
        }

        @Test
        void fromAFileWhereTheEnvironmentsIsBlank() throws IOException {
            Files.writeString(folder.resolve("token"), "of-the-file");
            environment.setProperty("ROLLCALL_MOODLE_TOKEN", "  ");
            try (Site site = open(URL, "token")) {
                assertThat(site.moodle().token()).isEqualTo("of-the-file");
            }
        }

        private void assertRefused(@Nullable String tokenFile, String sentence) {
            assertThatThrownBy(() -> open(URL, tokenFile))
                    .isInstanceOf(SettingsException.class)
                    .hasMessage(sentence);
        }

        @Test
        void isMissedByName() {
            assertRefused(
                    null,
                    "There is no token for https://moodle.example.org; set the environment variable"
                            + " ROLLCALL_MOODLE_TOKEN, or rollcall.site.token-file in config/application.yml.");
        }

        @Test
        void isMissedInItsFile() throws IOException {
            assertRefused("token", "The token file token cannot be read (rollcall.site.token-file).");
            Files.writeString(folder.resolve("token"), " \n");
            assertRefused("token", "The token file token is empty (rollcall.site.token-file).");
        }

        @Test
        void isNotRepeatedWhereItCannotBeOne() throws IOException {
            Files.writeString(folder.resolve("token"), "abc 123");
            assertRefused(
                    "token",
                    "The token file token (rollcall.site.token-file) holds a sign that no token has, such as a space;"
                            + " it must hold the token and nothing else.");
        }
    }

    @Test
    void isCalledAsTheSettingsSay() throws IOException {
        environment.setProperty("ROLLCALL_MOODLE_TOKEN", "abc123");
        Files.copy(Path.of("src/test/resources/org/rollcall/operation/first-ca.pem"), folder.resolve("ca.pem"));
        Map<String, String> lines = Map.of(
                "url", URL,
                "format", "xml",
                "ca-file", "ca.pem",
                "connect-timeout", "1s",
                "read-timeout", "2s",
                "call-timeout", "3s");

        try (Site site = open(lines)) {
            assertThat(site.moodle().format()).isEqualTo(AnswerFormat.XML);
            assertThat(site.moodle().authorities()).hasSize(1);
            assertThat(site.moodle().timeLimits())
                    .isEqualTo(new TimeLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            moodle.example.org                | has to be complete, such as https://moodle.example.org.
            ftp://moodle.example.org          | has to be complete, such as https://moodle.example.org.
            http://moodle.example.org         | use https:.
            https://me:pw@moodle.example.org  | must hold no user name
            https://moodle.example.org/?x=1   | must hold no user name, no question mark
            """)
    void isRefusedUnderAnAddressThatCannotBeUsed(String url, String sentence) {
        environment.setProperty("ROLLCALL_MOODLE_TOKEN", "abc123");
        assertThatThrownBy(() -> open(url, null))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("rollcall.site.url cannot be used: ")
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("abc123");
    }
}
