package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.operation.Home;
import org.rollcall.operation.StateLock;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("Looking back")
class LookingBackTest {

    private static final String COHORT = "STUDENTS-2026";
    private static final String RAGGED = "p04,First4,Last4,p04@example.org,Passw0rd-4,STUDENTS-2026,too much";

    @TempDir
    private Path home;

    private Installation installation;
    private LedgerView ledger;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
        ledger = new LedgerView(home);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    /** One row of three is rejected. */
    private String faulty() throws IOException {
        List<String> lines = new ArrayList<>(People.roster(3, "cohort1", COHORT));
        lines.set(2, lines.get(2).replace("p02@example.org", "p02 at home"));
        return installation.roster("faulty.csv", lines).toString();
    }

    private String roster(int people) throws IOException {
        return installation
                .roster("roster.csv", People.roster(people, "cohort1", COHORT))
                .toString();
    }

    private Ending command(int exitCode, String... arguments) {
        Ending ending = installation.command(arguments);
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(exitCode);
        return ending;
    }

    /** A run that was interrupted while people were added to the cohort: the site went away. */
    private String interrupted() throws IOException {
        installation.sandbox().faults().add(FaultRule.always(Fault.status(503)).of(SiteCalls.ADD_MEMBERS));
        return command(3, "provision", roster(2)).run();
    }

    private void assertUnknown(String command) throws IOException {
        String run = command(1, "provision", faulty()).run();
        assertThat(command(2, command, "2020-01-01-0001").err())
                .isEqualToIgnoringNewLines("There is no run 2020-01-01-0001; the newest are " + run + ".");
    }

    @Nested
    @DisplayName("runs")
    class RunsList {

        @Test
        @DisplayName("are none at first, and nothing is made to say so")
        void none() {
            assertThat(command(0, "runs").out()).isEqualToIgnoringNewLines("There are no runs yet.");
            assertThat(command(0, "runs", "--json").out()).isEqualToIgnoringNewLines("[]");
            assertThat(command(2, "show", "last").err()).isEqualToIgnoringNewLines("There are no runs yet.");
            assertThat(command(2, "report", "2020-01-01-0001").err())
                    .isEqualToIgnoringNewLines("There is no run 2020-01-01-0001. There are no runs yet.");
            assertThat(home.resolve("var")).doesNotExist();
            assertThat(home.resolve("reports")).doesNotExist();
        }

        @Test
        @DisplayName("are listed, the newest first, with what each came to in words")
        void listed() throws IOException {
            String first = command(1, "provision", faulty()).run();
            String undo = command(0, "undo", first).run();
            String givenUp = command(0, "plan", roster(1)).run();
            String plan = command(0, "plan", roster(2)).run();
            List<String> lines = command(0, "runs").out().lines().toList();
            assertThat(lines).hasSize(5);
            assertThat(lines.get(0)).matches("Run +Began +Mode +Roster +State +Rows +Rejects +Seconds");
            assertThat(lines.get(1))
                    .matches(
                            plan
                                    + " +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  plan +roster.csv +planned, waits to be applied +2 +0 +[\\d.]+");
            assertThat(lines.get(2)).contains(givenUp, "given up");
            assertThat(lines.get(3)).contains(undo, "undo", "takes back " + first, "planned, waits to be applied");
            assertThat(lines.get(4)).matches(first + ".* provision +faulty.csv +done, with rejects +3 +1 +[\\d.]+");

            assertThat(command(0, "runs", "--limit", "1").out()).contains(plan).doesNotContain(givenUp);
            assertThat(command(0, "runs", "--roster", "faulty.csv").out())
                    .contains(first)
                    .doesNotContain(plan);
            assertThat(command(0, "runs", "--roster", "other.csv").out())
                    .isEqualToIgnoringNewLines("There are no such runs.");
            assertThat(command(0, "runs", "--site", "sandbox").out())
                    .isEqualToIgnoringNewLines("There are no such runs.");
            assertThat(command(2, "runs", "--limit", "0").err()).contains("--limit needs a number above 0.");
        }

        @Test
        @DisplayName("are listed with their sites where there are several")
        void sites() throws Exception {
            command(0, "provision", roster(1));
            assertThat(command(0, "runs").out()).doesNotContain("Site", "http");
            String other = command(0, "provision", roster(2)).run();
            ledger.update("UPDATE run SET site = 'https://moodle.example.edu' WHERE name = '" + other + "'");
            assertThat(command(0, "runs").out())
                    .contains(
                            "Site",
                            "https://moodle.example.edu",
                            installation.sandbox().url().toString());
            assertThat(command(0, "runs", "--site", "https://moodle.example.edu")
                            .out())
                    .contains(other)
                    .hasLineCount(2);
        }

        @Test
        @DisplayName("are listed for programs as JSON")
        void json() throws IOException {
            String run = command(1, "provision", faulty()).run();
            JsonNode list =
                    JsonMapper.shared().readTree(command(0, "runs", "--json").out());
            assertThat(list).hasSize(1);
            assertThat(list.at("/0/run").asString()).isEqualTo(run);
            assertThat(list.at("/0/state").asString()).isEqualTo("DONE");
            assertThat(list.at("/0/rows").asInt()).isEqualTo(3);
            assertThat(list.at("/0/rejects").asInt()).isEqualTo(1);
            assertThat(list.at("/0/startedAt").asString()).matches("\\d{4}-.*Z");
        }

        @Test
        @DisplayName("are not listed while another run is at work")
        void locked() throws IOException {
            command(0, "provision", roster(1));
            try (StateLock lock = StateLock.take(new Home(home)).orElseThrow()) {
                assertThat(lock).isNotNull();
                assertThat(command(4, "runs").err()).contains("Another run");
            }
        }
    }

    @Nested
    @DisplayName("a run")
    class Shown {

        @Test
        @DisplayName("is shown as at its end, with its problems, its reports, and what can be done next")
        void done() throws IOException {
            Ending provision = command(1, "provision", faulty());
            String summary = provision
                    .out()
                    .substring(
                            provision.out().indexOf("\nRows "), provision.out().indexOf("Time "));
            Ending shown = command(0, "show", "last");
            assertThat(shown.out())
                    .startsWith("Run " + provision.run() + ": faulty.csv into ")
                    .contains("  Done, with rejects; began ", ", ended ", summary)
                    .containsPattern("1 +error +email.invalid")
                    .contains("Mend the rows in rejects.csv and give it to `run.sh provision`.")
                    .contains("`run.sh undo " + provision.run() + "` shows what of it can be taken back.");
            assertThat(command(0, "show", "reports/" + provision.run()).out()).isEqualTo(shown.out());
            assertThat(command(0, "show", provision.run(), "--json").out())
                    .isEqualTo(Files.readString(installation.report(provision.run(), "summary.json")));
        }

        @Test
        @DisplayName("is shown with the run that took it back")
        void takenBack() throws IOException {
            String run = command(0, "provision", roster(2)).run();
            Ending undo = command(0, "undo", run, "--apply");
            assertThat(command(0, "show", run).out())
                    .contains("The run " + undo.run() + " took it back.")
                    .doesNotContain("can be taken back");
            assertThat(command(0, "show", undo.run()).out())
                    .contains("Undo " + undo.run() + ": takes back " + run, "Taken back", "remove from cohort   2")
                    .contains("`run.sh undo " + undo.run() + "` shows what of it can be taken back.");
        }

        @Test
        @DisplayName("that ends with its plan is shown with how it is applied")
        void planned() throws IOException {
            Ending plan = command(0, "plan", roster(2));
            assertThat(command(0, "show", plan.run()).out())
                    .startsWith("Plan " + plan.run())
                    .contains("create               2")
                    .contains(
                            "Nothing was written to the site. `run.sh apply " + plan.run() + "` carries the plan out.");
            Ending newer = command(0, "plan", roster(3));
            assertThat(command(0, "show", plan.run()).out())
                    .contains(
                            "Given up",
                            "It was given up before anything was written to the site; `run.sh plan roster.csv`")
                    .doesNotContain("Rows");
            assertThat(command(0, "show", command(0, "provision", roster(1)).run())
                            .out())
                    .contains("`run.sh undo");
            assertThat(newer.run()).isNotEqualTo(plan.run());
        }

        @Test
        @DisplayName("whose plan is too old to be applied is shown with how a new one is made")
        void tooOld() throws Exception {
            String plan = command(0, "plan", roster(2)).run();
            ledger.age(31);
            assertThat(command(0, "show", plan).out())
                    .contains("too old to be applied; `run.sh plan roster.csv` makes a new one.")
                    .doesNotContain("apply " + plan);
        }

        @Test
        @DisplayName("that was interrupted is shown as it stands, with how it goes on")
        void wasInterrupted() throws Exception {
            String run = interrupted();
            Ending shown = command(0, "show", run);
            assertThat(shown.out())
                    .contains("  Interrupted; began ")
                    .contains("Users           2 created, 0 existing", "Cohort members  0 added")
                    .contains("It was interrupted; `run.sh provision roster.csv` goes on.");
            String json = command(0, "show", run, "--json").out();
            assertThat(command(0, "show", run, "--json").out())
                    .as("the times are those of the attempt")
                    .isEqualTo(json);
            assertThat(command(0, "runs").out()).containsPattern(run + ".* interrupted +2");
            command(0, "report", run);
            assertThat(command(0, "show", run).out()).doesNotContain("are not there");

            installation.sandbox().faults().clear();
            assertThat(command(0, "provision", roster(2)).out()).contains("Going on with run " + run);
            assertThat(command(0, "show", run).out()).contains("  Done; began ", "Cohort members  2 added");
        }

        @Test
        @DisplayName("that is not there is told with the newest that are")
        void unknown() throws IOException {
            assertUnknown("show");
        }
    }

    @Nested
    @DisplayName("reports")
    class Reports {

        private Map<String, String> files(String run) throws IOException {
            Map<String, String> files = new TreeMap<>();
            try (Stream<Path> all = Files.list(home.resolve("reports").resolve(run))) {
                for (Path file : all.toList()) {
                    String name = file.getFileName().toString();
                    // A workbook and a page say when they were made.
                    files.put(name, name.matches(".*\\.(xlsx|html)") ? "" : Files.readString(file));
                }
            }
            return files;
        }

        private void deleteReports() throws IOException {
            try (Stream<Path> all = Files.walk(home.resolve("reports"))) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }

        @Test
        @DisplayName("are written again as they were, whatever ran since, but for the passwords of rejects")
        void again() throws IOException {
            String run = command(1, "provision", faulty()).run();
            Map<String, String> before = files(run);
            command(0, "undo", run, "--apply", "--delete-created");
            command(1, "provision", faulty());
            deleteReports();
            Ending report = command(0, "report", run);
            assertThat(report.out())
                    .contains("Reports         " + home.resolve("reports").resolve(run))
                    .contains(
                            "The rejects lack the passwords that they came with: those leave the ledger when a run ends.");
            assertThat(report.out()).contains("plan.csv cannot be written again once a plan has been carried out.");
            before.computeIfPresent("rejects.csv", (name, text) -> text.replace("Passw0rd-2", ""));
            before.remove("plan.csv");
            assertThat(files(run)).isEqualTo(before).containsKeys("report.html", "rejects.xlsx");
        }

        /** What the ledger holds of a run is not changed by others: added up anew it comes to the same. */
        @Test
        @DisplayName("come to the same when they are added up anew")
        void addedUpAnew() throws Exception {
            String run = command(1, "provision", faulty()).run();
            JsonNode before = installation.summary(run);
            command(0, "undo", run, "--apply");
            command(1, "provision", faulty());
            ledger.update("UPDATE run SET summary = NULL");
            command(0, "report", run);
            assertThat(withoutTimes(installation.summary(run))).isEqualTo(withoutTimes(before));
            assertThat(installation.summary(run).get("startedAt")).isEqualTo(before.get("startedAt"));
        }

        private static JsonNode withoutTimes(JsonNode summary) {
            return ((ObjectNode) summary.deepCopy()).remove(List.of("endedAt", "seconds"));
        }

        @Test
        @DisplayName("of a plan and of an undone run are written again with plan.csv and undo.csv")
        void plansAndUndos() throws IOException {
            String run = command(0, "provision", roster(2)).run();
            String undo = command(0, "undo", run, "--apply").run();
            String plan = command(1, "plan", faulty()).run();
            Map<String, String> undone = files(undo);
            Map<String, String> planned = files(plan);
            deleteReports();
            command(0, "report", undo);
            Ending report = command(0, "report", "last");
            assertThat(files(undo)).isEqualTo(undone);
            assertThat(files(plan)).isEqualTo(planned).containsKey("plan.csv");
            assertThat(report.out()).doesNotContain("passwords");

            command(1, "apply", plan);
            deleteReports();
            assertThat(command(0, "report", plan).out())
                    .contains("plan.csv cannot be written again once a plan has been carried out.");
        }

        @Test
        @DisplayName("that were mended are kept under another name")
        void mended() throws IOException {
            String run = command(1, "provision", faulty()).run();
            Path rejects = installation.report(run, "rejects.csv");
            Files.writeString(rejects, "mended");
            assertThat(command(0, "report", run).out())
                    .contains("rejects.csv was there and is another; it is called rejects.1.csv now.");
            assertThat(installation.report(run, "rejects.1.csv")).hasContent("mended");
            assertThat(command(0, "report", run).out()).doesNotContain("is called");
            assertThat(installation.report(run, "rejects.2.csv")).doesNotExist();
        }

        @Test
        @DisplayName("tell of rows that lay sealed with their password, and are gone with it")
        void sealed() throws IOException {
            List<String> lines = new ArrayList<>(People.roster(3, "cohort1", COHORT));
            lines.add(RAGGED);
            String run = command(
                            1,
                            "provision",
                            installation.roster("ragged.csv", lines).toString())
                    .run();
            deleteReports();
            assertThat(command(0, "report", run).out())
                    .contains("1 of them had cells in the wrong columns, which are gone for the same reason.");
            assertThat(installation.csv(run, "rejects.csv").get(1))
                    .contains("5")
                    .doesNotContain("p04");
        }

        @Test
        @DisplayName("of a plan that was given up cannot be written any more")
        void givenUp() throws IOException {
            String plan = command(0, "plan", roster(2)).run();
            command(0, "plan", roster(3));
            assertThat(command(2, "report", plan).err())
                    .contains("The run " + plan + " was given up, and the ledger has nothing left of it");
        }

        @Test
        @DisplayName("of a run that is not there are told with the newest that are")
        void unknown() throws IOException {
            assertUnknown("report");
        }
    }
}
