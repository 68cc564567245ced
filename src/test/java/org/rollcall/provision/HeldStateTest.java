package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.operation.Home;
import org.rollcall.operation.StateLock;

/** Two runs at a time in one folder. */
@DisplayName("A run")
class HeldStateTest {

    @Test
    @DisplayName("ends with exit code 4 while another one holds the job state, and begins when that has ended")
    void held(@TempDir Path home) throws Exception {
        try (Installation installation = Installation.in(home)) {
            Path roster = installation.roster("roster.csv", People.roster(2, "course1", "ENG101"));
            try (StateLock lock = StateLock.take(new Home(home)).orElseThrow()) {
                assertThat(lock).isNotNull();
                Ending here = installation.command("provision", roster.toString());
                Ending there = installation.commandInChild(List.of(), "provision", roster.toString());
                for (Ending ending : List.of(here, there)) {
                    assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(4);
                    assertThat(ending.err().lines())
                            .containsExactly("Another run is under way in this folder; try again when it has ended.");
                }
                assertThat(installation.sandbox().calls()).isEmpty();
            }
            Ending ending = installation.command("provision", roster.toString());
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
        }
    }
}
