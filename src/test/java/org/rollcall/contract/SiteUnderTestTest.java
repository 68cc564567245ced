package org.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The site under test")
class SiteUnderTestTest {
    private static final String URL = "https://moodle.example.edu";

    private static Optional<SiteUnderTest> named(Map<String, String> properties, Map<String, String> environment) {
        return SiteUnderTest.named(properties::get, environment);
    }

    @Test
    void isNoneWhenNobodyNamesOne() {
        assertThat(named(Map.of(), Map.of("PATH", "/bin"))).isEmpty();
    }

    @Test
    void isNoneWhenTheSettingsAreBlank() {
        assertThat(named(Map.of("contract.url", "", "contract.token", " "), Map.of("CONTRACT_TOKEN", "")))
                .isEmpty();
    }

    @Test
    void isTheOneNamedByItsProperties() {
        SiteUnderTest site = named(
                        Map.of(
                                "contract.url", URL,
                                "contract.token", "f00d",
                                "contract.course", "ENG101",
                                "contract.role", "4"),
                        Map.of())
                .orElseThrow();
        assertThat(site.moodle().service()).hasToString(URL + "/webservice/rest/server.php");
        assertThat(site.moodle().token()).isEqualTo("f00d");
        assertThat(site.course()).isEqualTo("ENG101");
        assertThat(site.roleId()).isEqualTo(4);
        assertThat(site.practice()).isFalse();
    }

    @Test
    void takesItsTokenFromTheEnvironment() {
        SiteUnderTest site = named(Map.of("contract.url", URL), Map.of("CONTRACT_TOKEN", "f00d"))
                .orElseThrow();
        assertThat(site.moodle().token()).isEqualTo("f00d");
        assertThat(site.course()).isNull();
        assertThat(site.roleId()).isEqualTo(SiteUnderTest.STUDENT);
    }

    @Test
    void keepsItsTokenToItself() {
        assertThat(named(Map.of("contract.url", URL, "contract.token", "f00d"), Map.of())
                        .orElseThrow()
                        .toString())
                .contains(URL)
                .doesNotContain("f00d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                   | f00d | -  | There is a token for a real site, but -Dcontract.url does not say for which.",
                "https://moodle.org  | -    | -  | The real site https://moodle.org needs a token: set CONTRACT_TOKEN in the environment, or -Dcontract.token.",
                "https://moodle org  | f00d | -  | -Dcontract.url is no address: https://moodle org",
                "http://moodle.org   | f00d | -  | The site's address begins with http:, which would send the token and passwords unencrypted to moodle.org; use https:.",
                "https://moodle.org  | f00d | -5 | -Dcontract.role has to be the number of a role, not -5.",
            })
    void isRefusedInOneSentenceWhenASettingIsMissingOrWrong(String url, String token, String role, String sentence) {
        Map<String, String> properties = new HashMap<>();
        properties.put("contract.url", url);
        properties.put("contract.token", token);
        properties.put("contract.role", role);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named(properties, Map.of()))
                .withMessage(sentence);
    }
}
