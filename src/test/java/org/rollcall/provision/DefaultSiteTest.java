package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;

/** An installation as it comes, with nothing set. */
@DisplayName("Without any settings")
class DefaultSiteTest {

    @Test
    @DisplayName("a made-up roster goes into the sandbox, whose data lasts from one command to the next")
    void sandboxLasts(@TempDir Path home) throws IOException {
        try (Installation installation = Installation.in(home)) {
            Files.delete(home.resolve("config/application.yml"));
            Files.delete(home.resolve("config/token"));
            Path roster = home.resolve("made up.csv");
            Ending sample = installation.command("sample", "--rows", "30", "--out", roster.toString());
            assertThat(sample.exitCode()).as(sample.toString()).isZero();

            Ending first = installation.command("provision", roster.toString());
            assertThat(first.exitCode()).as(first.toString()).isZero();
            assertThat(first.out())
                    .contains("made up.csv into the sandbox, Rollcall's built-in practice Moodle\n")
                    .contains("Rows            30 read, 30 done, none rejected\n")
                    .contains("Users           30 created, 0 existing\n");

            Ending second = installation.command("provision", roster.toString());
            assertThat(second.exitCode()).as(second.toString()).isZero();
            assertThat(second.out())
                    .contains("Users           0 created, 30 existing\n")
                    .contains("Cohort members  0 added, 30 already there, 0 failed\n")
                    .contains("Enrolments      0 made, 60 already there, 0 failed\n");
            assertThat(installation.sandbox().calls()).isEmpty();
        }
    }
}
