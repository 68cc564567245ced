package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import tools.jackson.databind.JsonNode;

@DisplayName("A plan of a snapshot")
class HeldPlanTest {

    private static final String COHORT = "STUDENTS-2026";
    private static final String TAKE_OUT = "snapshot:\n  cohorts:\n    STUDENTS-2026: remove-from-cohort\n";

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
        installation.settings(TAKE_OUT);
        assertThat(installation.command("provision", file(people(30))).exitCode())
                .isZero();
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private static List<String> people(int count) {
        return new ArrayList<>(People.roster(count, "cohort1", COHORT));
    }

    private String file(List<String> lines) throws IOException {
        return installation.roster("roster.csv", lines).toString();
    }

    private Ending snapshot(String command, List<String> roster) throws IOException {
        return installation.command(command, "--snapshot", file(roster));
    }

    private List<String> members() {
        return installation.sandbox().state().cohortMembers(COHORT);
    }

    private void assertHeld(Ending ending, String reason) {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(5);
        assertThat(ending.out())
                .contains("Held ", reason, "the plan is held. `run.sh apply " + ending.run() + " --approve");
    }

    @Test
    @DisplayName(
            "that passes a threshold is held, nothing is written, and it is carried out once somebody approves of it")
    void approved() throws IOException {
        SiteCalls calls = new SiteCalls(installation.sandbox());
        Ending plan = snapshot("plan", people(26));
        String reason =
                "4 of 30 people would leave the cohort STUDENTS-2026, which is 13.3% and more than 10% (rollcall.snapshot.hold.removals-share).";
        assertHeld(plan, reason);
        JsonNode held = installation.summary(plan.run()).at("/snapshot/held/0");
        assertThat(List.of(
                        held.get("threshold").asString(),
                        held.get("place").asString(),
                        held.get("figure").asString(),
                        held.get("limit").asString()))
                .containsExactly("rollcall.snapshot.hold.removals-share", "the cohort STUDENTS-2026", "13.3%", "10%");

        Ending refused = installation.command("apply", plan.run());
        assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(5);
        assertThat(refused.err()).contains(reason, "apply " + plan.run() + " --approve");
        assertThat(installation.command("apply", plan.run(), "--approve", " ").exitCode())
                .isEqualTo(2);
        assertThat(calls.writing()).isEmpty();

        Ending applied = installation.command("apply", plan.run(), "--approve", "They have graduated.");
        assertThat(applied.exitCode()).as(applied.toString()).isZero();
        assertThat(members()).hasSize(26);
        JsonNode approval = installation.summary(plan.run()).at("/snapshot/approval");
        assertThat(approval.get("reason").asString()).isEqualTo("They have graduated.");
        assertThat(approval.get("by").asString()).isEqualTo(System.getProperty("user.name"));
        assertThat(approval.get("at").asString()).isNotEmpty();
    }

    @Test
    @DisplayName("is held in a run that was to carry it out at once, too, and waits to be approved there")
    void provisioned() throws IOException {
        SiteCalls calls = new SiteCalls(installation.sandbox());
        Ending run = snapshot("provision", people(26));
        assertHeld(run, "4 of 30 people would leave");
        assertThat(calls.writing()).isEmpty();

        Ending applied = installation.command("apply", run.run(), "--approve", "They have graduated.");
        assertThat(applied.exitCode()).as(applied.toString()).isZero();
        assertThat(members()).hasSize(26);
    }

    @Test
    @DisplayName("that comes up to a threshold and does not pass it goes through")
    void notPassed() throws IOException {
        Ending run = snapshot("provision", people(27));
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(members()).hasSize(27);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "removals-count: 2         | 27 | 3 people would leave the cohort STUDENTS-2026, which is more than 2",
                "scope-larger-than: 30     | 14 | The roster has 14 rows where the last roster.csv had 30, which is 46.7% of them and less than 50%",
                "removals-share: 5%        | 28 | 2 of 30 people would leave the cohort STUDENTS-2026, which is 6.7% and more than 5%",
            })
    @DisplayName("is held by each threshold that is set")
    void thresholds(String setting, int left, String reason) throws IOException {
        installation.settings(TAKE_OUT + "  hold:\n    " + setting);
        assertHeld(snapshot("plan", people(left)), reason);
    }

    @Test
    @DisplayName("is held where too many rows are rejected")
    void rejected() throws IOException {
        List<String> roster = people(30);
        for (int row = 1; row <= 7; row++) {
            roster.set(row, roster.get(row).replace("@example.org", ""));
        }
        assertHeld(snapshot("plan", roster), "7 of 30 rows are rejected, which is 23.3% and more than 20%");
    }

    @Test
    @DisplayName("is held where somebody would leave, and a rejected row does not tell whom it speaks of")
    void unnamed() throws IOException {
        List<String> roster = people(29);
        roster.add("p30,First30");
        assertHeld(snapshot("plan", roster), "1 rejected rows do not tell whom they speak of");
    }

    @Test
    @DisplayName("of a roster with a header alone is held")
    void headerOnly() throws IOException {
        SiteCalls calls = new SiteCalls(installation.sandbox());
        Ending run = snapshot("provision", people(0));
        assertHeld(run, "The roster has no rows, so that everybody would leave: that is always held.");
        assertThat(calls.writing()).isEmpty();
    }
}
