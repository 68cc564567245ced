package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.sandbox.Sandbox;
import org.rollcall.sandbox.SandboxOptions;

/** What a token may not do, Moodle often does not say: it answers that there is nobody. */
@DisplayName("A token whose account lacks a capability")
class TokenRightsTest {

    private static final List<String> ROSTER = List.of(
            "username,firstname,lastname,email,password,course1",
            "ann,Ann,A,ann@example.org,Passw0rd-1,ENG101",
            "bob,Bob,B,bob@example.org,Passw0rd-1,BIO110");

    @TempDir
    private Path home;

    private static String seedWithout(String... capabilities) throws Exception {
        try (InputStream seed = Objects.requireNonNull(Sandbox.class.getResourceAsStream("practice-site.yml"))) {
            String text = new String(seed.readAllBytes(), StandardCharsets.UTF_8);
            for (String capability : capabilities) {
                assertThat(text).contains("      - " + capability + "\n");
                text = text.replace("      - " + capability + "\n", "");
            }
            return text;
        }
    }

    @Test
    @DisplayName("to see people is told so before anything is done")
    void blindToken() throws Exception {
        String seed =
                seedWithout("moodle/user:viewdetails", "moodle/user:viewalldetails", "moodle/course:viewparticipants");
        try (Installation installation =
                Installation.in(home, SandboxOptions.inMemory().withSeed(seed))) {
            Ending ending = installation.command(
                    "provision", installation.roster("roster.csv", ROSTER).toString());

            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
            assertThat(ending.err()).contains("moodle/user:viewdetails").doesNotContain("\tat ");
            assertThat(installation.sandbox().calls()).doesNotContain("core_user_create_users");
        }
    }

    @Test
    @DisplayName("to see who is in a course has only those enrolments come back, and only for people who were there")
    void unreadableCourse() throws Exception {
        String seed = seedWithout("moodle/course:viewparticipants", "moodle/site:viewparticipants");
        try (Installation installation =
                Installation.in(home, SandboxOptions.inMemory().withSeed(seed))) {
            Path roster = installation.roster("roster.csv", ROSTER);
            Ending first = installation.command("provision", roster.toString());
            assertThat(first.exitCode()).as(first.toString()).isZero();

            Ending again = installation.command("provision", roster.toString());

            assertThat(again.exitCode()).as(again.toString()).isEqualTo(1);
            assertThat(again.out()).contains("2 read, 0 done, 2 rejected (2 of them in part)");
            assertThat(installation.csv(again.run(), "problems.csv"))
                    .extracting(row -> row.get(4))
                    .containsExactly("code", "course1.unreadable", "course1.unreadable");
        }
    }
}
