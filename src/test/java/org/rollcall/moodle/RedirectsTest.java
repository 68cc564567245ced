package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.moodle.Outcome.Unavailable;

class RedirectsTest {

    private static final List<NewCohort> COHORT = List.of(new NewCohort("Staff", "STAFF"));

    private final StubSite site = new StubSite();

    @AfterEach
    void close() {
        site.close();
    }

    private void redirecting(int status, String location) {
        site.replying(StubSite.status(status, Map.of("Location", location), "Redirect"));
    }

    private void assertTold(String sentence) {
        Unavailable<Object> told = new Unavailable<>(UnavailableKind.NOT_MOODLE, sentence, null);
        assertThat(site.client().cohorts().create(COHORT)).isEqualTo(told);
        assertThat(site.client().cohorts().all()).isEqualTo(told);
        assertThat(site.requests).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void areNotFollowedWithTheToken(int status) {
        try (StubSite other = new StubSite()) {
            other.replying(StubSite.json("[]"));
            redirecting(status, other.url() + "/webservice/rest/server.php");

            assertTold("The site's own address is " + other.url() + "; put that into rollcall.site.url, in place of "
                    + site.url() + ".");
            assertThat(other.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://m.edu/webservice/rest/server.php, https://m.edu",
        "https://m.edu/moodle/webservice/rest/server.php?wstoken=secret, https://m.edu/moodle",
        "https://m.edu/moodle/login/index.php, https://m.edu/moodle",
        "//m.edu:8443/webservice/rest/server.php, http://m.edu:8443",
    })
    void tellTheSitesOwnAddress(String location, String address) {
        redirecting(303, location);

        assertTold("The site's own address is " + address + "; put that into rollcall.site.url, in place of "
                + site.url() + ".");
    }

    @ParameterizedTest
    @CsvSource({"/login/index.php", "https://sso.m.edu/auth/login?back=x"})
    void tellALoginPage(String location) {
        redirecting(302, location);

        String address = site.url().resolve(location).toString().replaceAll("\\?.*", "");
        assertTold(
                "The site sends calls on to the login page " + address + ", where no call can log in; put the address"
                        + " under which its web services answer without one into rollcall.site.url.");
    }

    @ParameterizedTest
    @CsvSource({"https://m.edu/, https://m.edu/", "https://sso.m.edu/adfs/ls?x=1, https://sso.m.edu/adfs/ls"})
    void tellAnyOtherAddress(String location, String address) {
        redirecting(302, location);

        assertTold("The site sends calls on to " + address + "; if the site is there now, put that address into"
                + " rollcall.site.url, in place of " + site.url() + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[", "mailto:a@m.edu", "https:///x"})
    void tellWhenTheyLeadNowhere(String location) {
        redirecting(302, location);

        assertTold("The site sends calls on, but does not say where to; check rollcall.site.url.");
    }

    @Test
    void tellWhenTheyHaveNoLocation() {
        site.replying(StubSite.status(302, Map.of(), ""));

        assertTold("The site sends calls on, but does not say where to; check rollcall.site.url.");
    }

    @Test
    void toTheUpgradePageAreMaintenance() {
        redirecting(302, "/admin/index.php?cache=0");

        assertThat(site.client().cohorts().all())
                .isEqualTo(new Unavailable<>(
                        UnavailableKind.MAINTENANCE, "The site waits for its administrator to upgrade it.", null));
    }
}
