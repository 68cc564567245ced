package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;
import tools.jackson.databind.JsonNode;

/**
 * Any call may come to any end, and in the end, when the command has been given often enough, all is as if none had: the
 * site, the rejects and the figures.
 */
@DisplayName("On a site where any call may come to any end")
class UnreliableSiteTest {

    private static final int PEOPLE = 45;
    private static final double CHANCE = 0.15;
    private static final List<Fault> ENDS = List.of(
            Fault.status(503),
            Fault.statusAfterCommit(504),
            Fault.dropBeforeCall(),
            Fault.dropAfterCommit(),
            Fault.dropAndGoOn(),
            Fault.truncateAfterCommit());
    private static final Set<Integer> WEAK = Set.of(6, 23, 24, 45);

    @TempDir
    private static Path home;

    private static Result undisturbed;

    /** What a run came to, without what differs from one run to the next. */
    private record Result(SiteContent site, List<List<String>> rejects, List<JsonNode> figures) {}

    @BeforeAll
    static void provision() throws IOException {
        undisturbed = resultOn(Files.createDirectory(home.resolve("undisturbed")), List.of());
        assertThat(undisturbed.rejects()).hasSizeGreaterThan(WEAK.size() + 1);
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(People.COLUMNS + ",cohort1,cohort2,course1,role1,course2");
        for (int i = 1; i <= PEOPLE; i++) {
            lines.add((WEAK.contains(i) ? People.cells(i, "weak") : People.cells(i))
                    + ",STUDENTS-2026,"
                    + (i % 5 == 0 ? "NEW-2026" : "")
                    + ",ENG101,"
                    + (i == 11 ? "manager" : "")
                    + (i % 7 == 0 ? ",SELFONLY" : ",BIO110"));
        }
        return lines;
    }

    private static Result resultOn(Path folder, List<FaultRule> faults) throws IOException {
        PracticeSeed seed = PracticeSeed.stock().with("courses", "{shortname: SELFONLY, fullname: S, manual: none}");
        try (Installation installation = Installation.in(folder, seed.options())) {
            installation.settings("""
                    batch-size: 7
                    concurrency: 3
                    create-missing-cohorts: true
                    """);
            faults.forEach(installation.sandbox().faults()::add);
            String roster = installation.roster("roster.csv", lines()).toString();
            Ending ending = installation.command("provision", roster);
            for (int i = 0; i < 30 && ending.exitCode() == 3; i++) {
                ending = installation.command("provision", roster);
            }
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            JsonNode summary = installation.summary(ending.run());
            return new Result(
                    SiteContent.of(installation.sandbox().state()),
                    installation.csv(ending.run(), "rejects.csv"),
                    List.of(
                            summary.at("/rows"),
                            summary.at("/users"),
                            summary.at("/cohorts"),
                            summary.at("/enrolments"),
                            summary.at("/problems")));
        }
    }

    @ParameterizedTest(name = "throw {0} of the dice")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("a run comes to what it would have come to")
    void dice(long seed) throws IOException {
        Path folder = Files.createDirectory(home.resolve("dice" + seed));
        List<FaultRule> faults = new ArrayList<>();
        for (Fault end : ENDS) {
            faults.add(FaultRule.byChance(CHANCE / ENDS.size(), 100 * seed + faults.size(), end));
        }
        assertThat(resultOn(folder, faults)).isEqualTo(undisturbed);
    }
}
