package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;

/** A token that does not open the site, or not far enough. */
@DisplayName("A token")
class SiteAccessTest {

    @TempDir
    private Path home;

    private @Nullable Installation installation;

    @AfterEach
    void tearDown() {
        if (installation != null) {
            installation.close();
        }
    }

    private Ending provision(PracticeSeed seed, String more) throws IOException {
        Installation fresh = Installation.in(home, seed.options());
        installation = fresh;
        fresh.settings(more);
        return command(fresh);
    }

    private static Ending command(Installation installation) throws IOException {
        Path roster = installation.roster(
                "roster.csv", People.roster(20, "cohort1,cohort2,course1", "STAFF-2026,NEW-2026,ENG101"));
        return installation.command("provision", roster.toString());
    }

    private static void assertRefusedInOneSentence(Ending ending, String... parts) {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err().lines()).singleElement().asString().contains(parts);
    }

    @Test
    @DisplayName("that the site does not know ends the command with exit code 2, and is not shown")
    void wrong() throws IOException {
        Installation fresh = Installation.in(home);
        installation = fresh;
        Files.writeString(home.resolve("config/token"), "0123456789abcdef-mistyped");
        Ending ending = command(fresh);
        assertRefusedInOneSentence(
                ending, "does not accept the token", "ROLLCALL_MOODLE_TOKEN", "rollcall.site.token-file");
        assertThat(ending.out() + ending.err() + Files.readString(home.resolve("var/log/rollcall.log")))
                .doesNotContain("mistyped");
        assertThat(Files.exists(home.resolve("reports"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core_user_create_users",
                "core_cohort_get_cohort_members",
                "enrol_manual_enrol_users",
                "core_cohort_create_cohorts"
            })
    @DisplayName("whose service lacks a function is told so by name before anything is done")
    void functionMissing(String function) throws IOException {
        Ending ending = provision(PracticeSeed.stock().without(function), "create-missing-cohorts: true");
        assertRefusedInOneSentence(ending, "Practice Moodle lacks the functions " + function + ";");
        assertThat(Objects.requireNonNull(installation).sandbox().calls())
                .containsOnly("core_webservice_get_site_info");
    }

    @Test
    @DisplayName("needs no function for cohorts that are not to be created")
    void functionNotNeeded() throws IOException {
        Ending ending = provision(PracticeSeed.stock().without("core_cohort_create_cohorts"), "");
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"moodle/user:create", "moodle/user:viewdetails", "moodle/cohort:manage", "moodle/cohort:view"})
    @DisplayName("whose account lacks a capability for the whole site ends the command and names the capability")
    void capabilityMissing(String capability) throws IOException {
        PracticeSeed seed = PracticeSeed.stock().without(capability);
        // Either of the two is enough to see cohorts.
        seed = capability.equals("moodle/cohort:view") ? seed.without("moodle/cohort:manage") : seed;
        Ending ending = provision(seed, "create-missing-cohorts: true");
        assertRefusedInOneSentence(ending, capability);
    }

    @Test
    @DisplayName("whose account may not enrol in a course gives rejects that say so, in a few calls")
    void mayNotEnrol() throws IOException {
        Ending ending = provision(PracticeSeed.stock().without("enrol/manual:enrol"), "create-missing-cohorts: true");
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        Installation fresh = Objects.requireNonNull(installation);
        CsvFile rejects = CsvFile.open(fresh.report(ending.run(), "rejects.csv"));
        assertThat(rejects.column("reject_codes")).hasSize(20).containsOnly("course1.no-permission");
        assertThat(fresh.sandbox().calls().stream().filter(SiteCalls.ENROL::equals))
                .hasSizeLessThan(20);
    }

    @Test
    @DisplayName("whose account may not add members to cohorts gives rejects that say so, in a few calls")
    void mayNotAddMembers() throws IOException {
        PracticeSeed seed = PracticeSeed.stock().without("moodle/cohort:assign").without("moodle/cohort:manage");
        Ending ending = provision(seed, "");
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        Installation fresh = Objects.requireNonNull(installation);
        CsvFile rejects = CsvFile.open(fresh.report(ending.run(), "rejects.csv"));
        assertThat(rejects.column("reject_codes")).hasSize(20).containsOnly("cohort2.unknown; cohort1.no-permission");
        assertThat(fresh.sandbox().calls().stream().filter(SiteCalls.ADD_MEMBERS::equals))
                .hasSizeLessThan(20);
        assertThat(SiteContent.participants(fresh.sandbox().state(), "ENG101")).hasSize(20);
    }
}
