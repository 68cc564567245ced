package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;

/** Made-up rosters for made-up sites: whatever they ask for, once it is applied there is nothing left to do. */
@DisplayName("A plan that was applied")
class PlanTwiceTest {

    private static final List<String> COURSES = List.of("ENG101", "MATH201", "BIO110", "NOSUCH");
    private static final List<String> CITIES = List.of("", "Bonn", "Oslo", "Łódź");
    private static final List<String> MODES = List.of("create-only", "create-or-update", "update-only");
    private static final List<String> DETAILS = List.of("nothing", "from-file", "fill-missing");
    private static final List<String> COLUMNS = List.of(
            "username",
            "firstname",
            "lastname",
            "email",
            "password",
            "city",
            "institution",
            "suspended",
            "cohort1",
            "course1",
            "role1",
            "enroltimestart1",
            "enrolperiod1",
            "enrolstatus1",
            "course2");

    @TempDir
    private Path home;

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 10).boxed();
    }

    @ParameterizedTest(name = "leaves nothing to be done, seed {0}")
    @MethodSource("seeds")
    void leavesNothing(long seed) throws IOException {
        Random random = new Random(seed);
        PracticeSeed site = PracticeSeed.stock();
        for (int i = 1; i <= 20; i++) {
            if (random.nextInt(3) == 0) {
                site = site.with(
                        "users",
                        "{username: p%1$d, firstname: First%1$d, lastname: Last%1$d, email: p%1$d@example.org, fields: {city: %2$s}}"
                                .formatted(i, random.nextBoolean() ? "Bonn" : "Rome"));
            }
        }
        try (Installation installation = Installation.in(home, site.options())) {
            installation.settings("accounts:\n  mode: %s\n  existing-details: %s"
                    .formatted(one(MODES, random), one(DETAILS, random)));
            String roster = installation.roster("roster.csv", rows(random)).toString();
            Ending first = installation.command("plan", roster);
            Ending applied = installation.command("apply", first.run());
            assertThat(applied.exitCode()).as(applied.toString()).isBetween(0, 1);

            for (String how : List.of("full", "members")) {
                SiteCalls calls = new SiteCalls(installation.sandbox());
                Ending second = installation.command("plan", "--verify", how, roster);
                assertThat(installation.csv(second.run(), "plan.csv").stream().skip(1))
                        .as("%s%n%s", first, second)
                        .allSatisfy(line -> assertThat(line.get(2)).isIn("reject", "unchanged"));
                assertThat(calls.all()).isSubsetOf(SiteCalls.READING);
            }
        }
    }

    private static List<String> rows(Random random) {
        Set<Integer> optional =
                Set.copyOf(random.ints(5, 5, COLUMNS.size()).boxed().toList());
        List<Integer> columns = Stream.iterate(0, i -> i + 1)
                .limit(COLUMNS.size())
                .filter(i -> i < 5 || optional.contains(i) || (i > 9 && i < 14 && optional.contains(9)))
                .filter(i -> i < 10 || i > 13 || optional.contains(9))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", columns.stream().map(COLUMNS::get).toList()));
        for (int i = 1; i <= 20; i++) {
            List<String> cells = cells(i, random);
            lines.add(String.join(",", columns.stream().map(cells::get).toList()));
        }
        return lines;
    }

    private static List<String> cells(int i, Random random) {
        String course = random.nextInt(4) == 0 ? "" : one(COURSES, random);
        boolean dated = !course.isEmpty() && random.nextInt(3) == 0;
        return List.of(
                "p" + i,
                "First" + i,
                random.nextInt(6) == 0 ? "Married" + i : "Last" + i,
                "p" + i + "@example.org",
                "Passw0rd-" + i,
                one(CITIES, random),
                random.nextBoolean() ? "" : "Northgate",
                random.nextInt(6) == 0 ? "1" : random.nextInt(3) == 0 ? "0" : "",
                random.nextInt(5) == 0 ? "NOSUCH" : "STUDENTS-2026",
                course,
                course.isEmpty() || random.nextInt(3) > 0 ? "" : "teacher",
                dated ? "2026-09-01" : "",
                dated && random.nextBoolean() ? "120" : "",
                course.isEmpty() || random.nextInt(4) > 0 ? "" : random.nextBoolean() ? "1" : "0",
                course.equals("ENG101") || random.nextBoolean() ? "" : "ENG101");
    }

    private static String one(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
