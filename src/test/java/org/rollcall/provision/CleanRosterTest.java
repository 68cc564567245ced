package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.sandbox.SandboxState;
import tools.jackson.databind.JsonNode;

/** The sample roster without a fault, from the file to the site. */
@DisplayName("The clean sample roster")
class CleanRosterTest {

    private static final Path ROSTER = Path.of("samples/roster.csv").toAbsolutePath();

    @TempDir
    private static Path home;

    private static Installation installation;
    private static CsvFile roster;
    private static Ending first;
    private static List<String> firstCalls;

    @BeforeAll
    static void provision() throws IOException {
        installation = Installation.in(home);
        roster = CsvFile.open(ROSTER);
        SiteCalls calls = new SiteCalls(installation.sandbox());
        first = installation.command("provision", ROSTER.toString());
        firstCalls = calls.all();
    }

    @AfterAll
    static void close() {
        installation.close();
    }

    private static long filled(String... columns) {
        return Stream.of(columns)
                .flatMap(column -> roster.column(column).stream())
                .filter(cell -> !cell.isEmpty())
                .count();
    }

    private static List<String> usernamesWith(String value, String... columns) {
        return Stream.of(columns)
                .flatMap(column -> roster.rows().stream()
                        .filter(row -> row.get(roster.header().indexOf(column)).equals(value)))
                .map(row -> row.get(0))
                .toList();
    }

    @Nested
    @DisplayName("given for the first time")
    class FirstRun {

        @Test
        @DisplayName("ends with exit code 0 and nothing on the error stream")
        void endsWell() {
            assertThat(first.exitCode()).as(first.toString()).isZero();
            assertThat(first.err()).isEmpty();
        }

        @Test
        @DisplayName("puts everybody on the site, with all memberships")
        void everybodyIsThere() {
            SandboxState site = installation.sandbox().state();
            assertThat(site.usernames()).hasSize(200 + 3).containsAll(roster.column("username"));
            for (String cohort : List.of("STUDENTS-2026", "STAFF-2026", "MENTORS-2026")) {
                assertThat(site.cohortMembers(cohort))
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(usernamesWith(cohort, "cohort1", "cohort2"));
            }
            for (String course : List.of("ENG101", "MATH201", "BIO110", "HIST150", "CHEM120")) {
                assertThat(SiteContent.participants(site, course))
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(usernamesWith(course, "course1", "course2"));
            }
            assertThat(site.userField("zoe.obrien", "firstname")).isEqualTo("Zoë");
            assertThat(site.userField("zoe.obrien", "idnumber")).isEqualTo("004007");
            assertThat(site.userField("zoe.obrien", "department")).isEqualTo("Mathematics");
            assertThat(site.userField("zoe.obrien", "country")).isEqualTo("GB");
        }

        @Test
        @DisplayName("says on the terminal and in the summary what the file was taken for")
        void saysWhatTheFileIs() throws IOException {
            assertThat(first.out()).contains("  Read as CSV text, UTF-8, separated by commas\n");
            JsonNode file = installation.summary(first.run()).path("file");
            assertThat(file.path("format").asString()).isEqualTo("CSV");
            assertThat(file.path("charset").asString()).isEqualTo("UTF-8");
            assertThat(file.path("delimiter").asString()).isEqualTo(",");
            assertThat(file.path("notes").isEmpty()).isTrue();
        }

        @Test
        @DisplayName("is summed up on the terminal, line by line")
        void terminal() {
            long members = filled("cohort1", "cohort2");
            long enrolments = filled("course1", "course2");
            assertThat(first.out().lines().findFirst())
                    .hasValue("Run %s: roster.csv into %s"
                            .formatted(first.run(), installation.sandbox().url()));
            String summary = first.out().substring(first.out().indexOf("\nRows") + 1);
            assertThat(summary.replaceFirst("\\d+\\.\\d seconds", "N seconds").lines())
                    .containsExactly(
                            "Rows            200 read, 200 done, none rejected",
                            "Users           200 created, 0 existing",
                            "Cohort members  %d added, 0 already there, 0 failed".formatted(members),
                            "Enrolments      %d made, 0 already there, 0 failed".formatted(enrolments),
                            "Calls sent      %d".formatted(firstCalls.size()),
                            "Time            N seconds",
                            "Reports         " + home.resolve("reports").resolve(first.run()));
        }

        @Test
        @DisplayName("leaves a summary with the same figures, every call counted, and no rejects")
        void reports() throws IOException {
            JsonNode summary = installation.summary(first.run());
            assertThat(summary.at("/rows/done").asInt()).isEqualTo(200);
            assertThat(summary.at("/users/created").asInt()).isEqualTo(200);
            assertThat(summary.at("/calls/total").asInt()).isEqualTo(firstCalls.size());
            assertThat(summary.at("/rosterSha256").asString()).hasSize(64);
            assertThat(summary.at("/problems").isEmpty()).isTrue();
            assertThat(installation.csv(first.run(), "rejects.csv")).hasSize(1);
            assertThat(installation.csv(first.run(), "problems.csv")).hasSize(1);
        }
    }

    @Nested
    @DisplayName("given once more")
    class OnceMore {

        private static Ending again;
        private static List<String> writing;
        private static SiteContent before;

        @BeforeAll
        static void provisionAgain() {
            before = SiteContent.of(installation.sandbox().state());
            SiteCalls calls = new SiteCalls(installation.sandbox());
            again = installation.command("provision", ROSTER.toString());
            writing = calls.writing();
        }

        @Test
        @DisplayName("is a run of its own, and ends with exit code 0")
        void newRun() {
            assertThat(again.exitCode()).as(again.toString()).isZero();
            assertThat(again.out()).startsWith("Run ");
            assertThat(again.run()).isNotEqualTo(first.run());
        }

        @Test
        @DisplayName("calls no function that writes, and leaves the site as it is")
        void writesNothing() {
            assertThat(writing).isEmpty();
            assertThat(SiteContent.of(installation.sandbox().state())).isEqualTo(before);
        }

        @Test
        @DisplayName("finds everything already there, without a warning")
        void summary() throws IOException {
            assertThat(again.out())
                    .contains("Users           0 created, 200 existing\n")
                    .contains("Cohort members  0 added, %d already there, 0 failed\n"
                            .formatted(filled("cohort1", "cohort2")))
                    .contains("Enrolments      0 made, %d already there, 0 failed\n"
                            .formatted(filled("course1", "course2")));
            assertThat(installation.csv(again.run(), "problems.csv")).hasSize(1);
        }
    }

    @Nested
    @DisplayName("as an Excel workbook")
    class AsWorkbook {

        @Test
        @DisplayName("brings about the same site as the CSV file")
        void sameSite(@TempDir Path another) throws IOException {
            try (Installation fresh = Installation.in(another)) {
                Path workbook = Path.of("samples/roster.xlsx").toAbsolutePath();
                Ending ending = fresh.command("provision", workbook.toString());
                assertThat(ending.exitCode()).as(ending.toString()).isZero();
                assertThat(ending.out()).contains("Rows            200 read, 200 done, none rejected\n");
                assertThat(SiteContent.of(fresh.sandbox().state()))
                        .isEqualTo(SiteContent.of(installation.sandbox().state()));
                assertThat(fresh.sandbox().state().userField("zoe.obrien", "idnumber"))
                        .isEqualTo("004007");
            }
        }
    }
}
