package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;

@DisplayName("A site whose warning about cohort members fits none of them")
class UnclearWarningTest {

    @Test
    @DisplayName("is asked who is there, and whoever is not comes back with what it said")
    void isAskedWhoIsThere(@TempDir Path home) throws Exception {
        try (Installation installation = Installation.in(home);
                SiteFront front = SiteFront.of(installation.sandbox().url())) {
            installation.settings(front.url(), "");
            front.reword((function, answer) -> switch (function) {
                case "core_cohort_add_cohort_members" ->
                    "{\"warnings\":[{\"warningcode\":\"9\",\"message\":\"Not everybody was welcome.\"}]}";
                case "core_cohort_get_cohort_members" -> answer.replaceFirst("\"userids\":\\[\\d+,", "\"userids\":[");
                default -> answer;
            });
            Path roster = installation.roster(
                    "roster.csv",
                    List.of(
                            "username,firstname,lastname,email,password,cohort1",
                            "ann,Ann,A,ann@example.org,Passw0rd-1,STUDENTS-2026",
                            "bob,Bob,B,bob@example.org,Passw0rd-1,STUDENTS-2026"));

            Ending ending = installation.command("provision", roster.toString());

            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            assertThat(ending.out()).contains("Cohort members  1 added, 0 already there, 1 failed");
            assertThat(installation.csv(ending.run(), "problems.csv").get(1))
                    .contains("cohort1.refused")
                    .anySatisfy(cell -> assertThat(cell).contains("Not everybody was welcome."));
        }
    }
}
