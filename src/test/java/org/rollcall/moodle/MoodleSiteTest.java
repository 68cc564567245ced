package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoodleSiteTest {

    @ParameterizedTest
    @CsvSource({
        "https://m.edu, https://m.edu/webservice/rest/server.php",
        "https://m.edu/, https://m.edu/webservice/rest/server.php",
        "https://m.edu/moodle, https://m.edu/moodle/webservice/rest/server.php",
        "https://m.edu/moodle//, https://m.edu/moodle/webservice/rest/server.php",
        "https://m.edu:8443/webservice/rest/server.php, https://m.edu:8443/webservice/rest/server.php",
    })
    void findsTheServiceBelowTheAddress(String url, String service) {
        assertThat(MoodleSite.of(URI.create(url), "t").service()).isEqualTo(URI.create(service));
    }

    @Nested
    class WithoutEncryption {

        @ParameterizedTest
        @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1", "http://127.3.2.1:1", "http://[::1]:8080"})
        void isTakenOnThisMachine(String url) {
            assertThat(MoodleSite.of(URI.create(url), "t").url()).hasToString(url);
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://moodle.example.org", "HTTP://10.0.0.1", "http://127.0.0.1.example.org"})
        void isRefusedElsewhere(String url) {
            assertThatThrownBy(() -> MoodleSite.of(URI.create(url), "t"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("unencrypted");
        }

        @Test
        void isTakenElsewhereWhenToldSo() {
            MoodleSite site = new MoodleSite(
                    URI.create("http://10.0.0.1"),
                    "t",
                    AnswerFormat.JSON,
                    1000,
                    TimeLimits.defaults(),
                    4,
                    Duration.ofSeconds(1),
                    true,
                    List.of());

            assertThat(site.service()).hasHost("10.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moodle.example.org",
                "ftp://m.edu",
                "https:///x",
                "https://me:pw@m.edu",
                "https://m.edu/?wstoken=1",
                "https://m.edu/#x"
            })
    void refusesAnAddressThatIsNone(String url) {
        assertThatThrownBy(() -> MoodleSite.of(URI.create(url), "t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The site's address");
    }

    @Test
    void takesATokenFromAFileThatEndsInALineBreak() {
        assertThat(MoodleSite.of(URI.create("https://m.edu"), "abc\n").token()).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two words", "a\nb", "tökén"})
    void refusesWhatIsNoTokenWithoutRepeatingIt(String token) {
        assertThatThrownBy(() -> MoodleSite.of(URI.create("https://m.edu"), token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The token for the site")
                .message()
                .doesNotContain("two words", "tökén");
    }

    @Test
    void keepsSecretsOutOfWhatIsPrinted() {
        assertThat(MoodleSite.of(URI.create("https://m.edu"), "abc123").toString())
                .contains("https://m.edu")
                .doesNotContain("abc123");
        assertThat(NewUser.of("abe", "A", "B", "a@b.org")
                        .withPassword("hunter2")
                        .toString())
                .contains("abe")
                .doesNotContain("hunter2");
    }
}
