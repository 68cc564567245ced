package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.Rollcall;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;

@DisplayName("A plan")
class PlanTest {

    private static final List<String> ROSTER = List.of(
            "username,firstname,lastname,email,password,cohort1,course1",
            "ada,Ada,Lovelace,ada@example.org,Secret-1!,STUDENTS-2026,ENG101",
            "bob,Bob,Brown,bob@example.org,,STUDENTS-2026,",
            "eve,Eve,Evans,eve.example.org,Secret-1!,STUDENTS-2026,ENG101");

    @TempDir
    private Path home;

    private Installation installation;
    private SiteCalls calls;
    private Path roster;

    /** The site has Bob, who is in no cohort. */
    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(
                home,
                PracticeSeed.stock()
                        .with("users", "{username: bob, firstname: Bob, lastname: Brown, email: bob@example.org}")
                        .options());
        calls = new SiteCalls(installation.sandbox());
        roster = installation.roster("roster.csv", ROSTER);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending plan() {
        return installation.command("plan", roster.toString());
    }

    /** The users that a run of another program makes on the site. */
    private void provisionedByOthers(Path otherHome, String... lines) throws IOException {
        Files.createDirectories(otherHome.resolve("config"));
        Files.copy(home.resolve("config/token"), otherHome.resolve("config/token"));
        Files.copy(home.resolve("config/application.yml"), otherHome.resolve("config/application.yml"));
        Path other = Files.write(otherHome.resolve("other.csv"), List.of(lines));
        String before = System.setProperty("rollcall.home", otherHome.toString());
        try {
            assertThat(Rollcall.commandLine().execute("provision", other.toString()))
                    .isZero();
        } finally {
            if (before == null) {
                System.clearProperty("rollcall.home");
            } else {
                System.setProperty("rollcall.home", before);
            }
        }
    }

    @Nested
    @DisplayName("that is made")
    class Made {

        @Test
        @DisplayName("writes nothing to the site, lists each change with its row, and gives the rejects back")
        void listsChanges() throws IOException {
            Ending ending = plan();

            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            assertThat(calls.writing()).isEmpty();
            assertThat(ending.out())
                    .contains("3 read, 0 unchanged, 1 rejected")
                    .containsPattern("Would +create +1")
                    .containsPattern("add to cohort +2")
                    .containsPattern("enrol +1")
                    .contains("Nothing was written to the site. `run.sh apply " + ending.run());
            assertThat(installation.csv(ending.run(), "plan.csv"))
                    .extracting(line -> line.get(0) + " " + line.get(1) + ": " + line.get(2) + " " + line.get(3))
                    .containsExactly(
                            "row username: action what",
                            "2 ada: create ",
                            "2 ada: add to cohort STUDENTS-2026",
                            "2 ada: enrol ENG101",
                            "3 bob: add to cohort STUDENTS-2026",
                            "4 eve: reject email");
            assertThat(installation.csv(ending.run(), "rejects.csv")).hasSize(2);
            assertThat(Files.readString(installation.report(ending.run(), "plan.csv")))
                    .doesNotContain("Secret");
        }

        @Test
        @DisplayName("of a roster with which the site agrees says so of each row")
        void empty() throws IOException {
            roster = installation.roster("roster.csv", ROSTER.subList(0, 3));
            assertThat(installation.command("provision", roster.toString()).exitCode())
                    .isZero();
            SiteCalls since = new SiteCalls(installation.sandbox());

            Ending ending = plan();
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(ending.out()).contains("2 unchanged", "Nothing is to be done");
            assertThat(installation.csv(ending.run(), "plan.csv"))
                    .extracting(line -> String.join("|", line.subList(0, 3)))
                    .containsExactly("row|username|action", "2|ada|unchanged", "3|bob|unchanged");

            Ending applied = installation.command("apply", ending.run());
            assertThat(applied.exitCode()).as(applied.toString()).isZero();
            assertThat(since.writing()).isEmpty();
        }

        @Test
        @DisplayName("lists the cohorts that are to be created")
        void cohorts() throws IOException {
            installation.settings("create-missing-cohorts: true");
            roster = installation.roster(
                    "roster.csv",
                    List.of("username,firstname,lastname,email,cohort1", "bob,Bob,Brown,bob@example.org,FRESHERS"));

            Ending ending = plan();
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(installation.csv(ending.run(), "plan.csv").get(1))
                    .startsWith("", "", "create cohort", "FRESHERS");
            assertThat(calls.writing()).isEmpty();

            assertThat(installation.command("apply", ending.run()).exitCode()).isZero();
            assertThat(installation.sandbox().state().cohortMembers("FRESHERS")).containsExactly("bob");
        }

        @Test
        @DisplayName("of several rosters are several")
        void several() throws IOException {
            Path second = installation.roster("second.csv", ROSTER.subList(0, 2));
            Ending ending = installation.command("plan", second.toString(), roster.toString());

            assertThat(ending.exitCode()).isEqualTo(1);
            assertThat(ending.out()).contains("-0001: second.csv into", "-0002: roster.csv into");
        }
    }

    @Test
    @DisplayName("is kept by a run that carries its own out at once, with a line for every row")
    void ofProvision() throws IOException {
        installation.settings("roster:\n  repeated-people: merge");
        roster = installation.roster(
                "roster.csv",
                List.of(
                        "username,firstname,lastname,email,password,cohort1",
                        "ada,Ada,Lovelace,ada@example.org,Secret-1!,STUDENTS-2026",
                        "ada,Ada,Lovelace,ada@example.org,Secret-1!,",
                        "bob,Bob,Brown,bob@example.org,,",
                        "eve,,Evans,eve.example.org,Secret-1!,"));

        Ending run = installation.command("provision", roster.toString());

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
        assertThat(installation.csv(run.run(), "plan.csv").stream().skip(1))
                .extracting(line -> String.join(" ", line.subList(0, 4)).strip() + ": " + line.get(6))
                .containsExactly(
                        "2 ada create: No account has this username.",
                        "2 ada add to cohort STUDENTS-2026: The person is not in the cohort.",
                        "3 ada unchanged: The row asks for nothing beyond row 2, which stands for the same person.",
                        "4 bob unchanged: The site agrees with the row.",
                        "5 eve reject firstname: The firstname is missing; every row needs one.",
                        "5 eve reject email: \"eve.example.org\" is not an email address that Moodle accepts: it has no @.");
    }

    @Test
    @DisplayName("lists who is put into a group, and not who is in it already, and creates no group")
    void groups() throws IOException {
        installation.settings("create-missing-groups: true\nverify: full");
        roster = installation.roster(
                "roster.csv",
                List.of(
                        "username,firstname,lastname,email,course1,group1",
                        "bob,Bob,Brown,bob@example.org,ENG101,Choir"));
        Ending first = plan();
        assertThat(installation.csv(first.run(), "plan.csv").stream().skip(1))
                .extracting(line -> line.get(2))
                .containsExactly("enrol", "add to group");
        assertThat(calls.writing()).isEmpty();
        assertThat(installation.command("apply", first.run()).exitCode()).isZero();
        assertThat(installation.sandbox().state().groupMembers("ENG101", "Choir"))
                .containsExactly("bob");

        assertThat(plan().out()).contains("Nothing is to be done");
    }

    @Nested
    @DisplayName("that is applied")
    class Applied {

        @Test
        @DisplayName("does what provision does, without the file")
        void asProvision() throws IOException {
            Ending plan = plan();
            Files.delete(roster);

            Ending applied = installation.command("apply", plan.run());
            assertThat(applied.exitCode()).as(applied.toString()).isEqualTo(1);
            assertThat(applied.out())
                    .contains("Applying " + plan.run(), "3 read, 2 done, 1 rejected", "1 created, 1 existing");
            assertThat(SiteContent.of(installation.sandbox().state()).members())
                    .containsEntry("STUDENTS-2026", List.of("ada", "bob"));
            assertThat(SiteContent.participants(installation.sandbox().state(), "ENG101"))
                    .contains("ada");
            assertThat(installation.csv(plan.run(), "rejects.csv")).hasSize(2);
            assertThat(installation.summary(plan.run()).at("/rows/done").asInt())
                    .isEqualTo(2);
        }

        @Test
        @DisplayName("is named by the folder of its reports as well")
        void byFolder() {
            Ending plan = plan();
            Ending applied = installation.command(
                    "apply", home.resolve("reports/" + plan.run() + "/").toString());
            assertThat(applied.exitCode()).as(applied.toString()).isEqualTo(1);
        }

        @Test
        @DisplayName("leaves an account alone that has come to be since, and tells of it")
        void cameSince(@TempDir Path otherHome) throws IOException {
            Ending plan = plan();
            provisionedByOthers(
                    otherHome,
                    "username,firstname,lastname,email,password",
                    "ada,Augusta,King,augusta@example.org,Secret-1!");
            SiteCalls since = new SiteCalls(installation.sandbox());

            Ending applied = installation.command("apply", plan.run());
            assertThat(applied.out()).contains("1 done, 2 rejected");
            assertThat(since.count(SiteCalls.CREATE_USERS)).isZero();
            assertThat(SiteContent.participants(installation.sandbox().state(), "ENG101"))
                    .doesNotContain("ada");
            assertThat(installation.csv(plan.run(), "rejects.csv").get(1).toString())
                    .contains("Since the plan was made the account ada (Augusta King, augusta@example.org)");
        }

        @Test
        @DisplayName("leaves an enrolment alone that has come to be since, and warns of it")
        void enrolledSince(@TempDir Path otherHome) throws IOException {
            roster = installation.roster(
                    "roster.csv",
                    List.of(
                            "username,firstname,lastname,email,course1,role1",
                            "bob,Bob,Brown,bob@example.org,ENG101,student"));
            Ending plan = plan();
            provisionedByOthers(
                    otherHome,
                    "username,firstname,lastname,email,course1,role1,enrolstatus1",
                    "bob,Bob,Brown,bob@example.org,ENG101,student,1");
            SiteCalls since = new SiteCalls(installation.sandbox());

            Ending applied = installation.command("apply", plan.run());
            assertThat(applied.exitCode()).as(applied.toString()).isZero();
            assertThat(since.writing()).isEmpty();
            assertThat(installation.csv(plan.run(), "problems.csv").get(1).toString())
                    .contains("course1.since-plan", "the enrolment was left as it is");
        }

        @Test
        @DisplayName("twice is refused")
        void twice() {
            Ending plan = plan();
            installation.command("apply", plan.run());
            assertRefused(installation.command("apply", plan.run()), "has been applied already");
        }
    }

    @Nested
    @DisplayName("of changes to accounts")
    class Changes {

        private static final String COLUMNS = "username,firstname,lastname,email,city,oldusername,suspended,deleted";

        @BeforeEach
        void changeAccounts() throws IOException {
            installation.close();
            installation = Installation.in(
                    home,
                    PracticeSeed.stock()
                            .with(
                                    "users",
                                    "{username: ida, firstname: Ida, lastname: Ives, email: ida@example.org, fields: {city: Bonn}}")
                            .with("users", "{username: leo, firstname: Leo, lastname: Lane, email: leo@example.org}")
                            .with("users", "{username: gus, firstname: Gus, lastname: Gray, email: gus@example.org}")
                            .options());
            installation.settings("accounts:\n  existing-details: from-file\n  allow-deletes: true");
            calls = new SiteCalls(installation.sandbox());
            roster = installation.roster(
                    "changes.csv",
                    List.of(
                            COLUMNS,
                            "ida,Ida,Ives,ida@example.org,Oslo,,,",
                            "leonard,Leo,Lane,leo@example.org,,leo,1,",
                            "gus,,,,,,,1"));
        }

        @Test
        @DisplayName("lists each field as it is and as it will be")
        void listed() throws IOException {
            Ending plan = plan();
            assertThat(plan.exitCode()).as(plan.toString()).isZero();
            assertThat(installation.csv(plan.run(), "plan.csv").stream().skip(1))
                    .extracting(line -> String.join("|", line.subList(0, 6)))
                    .containsExactlyInAnyOrder(
                            "2|ida|update|city|Bonn|Oslo",
                            "3|leonard|rename|username|leo|leonard",
                            "3|leonard|suspend|suspended|0|1",
                            "4|gus|delete|||");
            assertThat(calls.writing()).isEmpty();

            Ending applied = installation.command("apply", plan.run());
            assertThat(applied.exitCode()).as(applied.toString()).isZero();
            assertThat(installation.sandbox().state().usernames())
                    .contains("ida", "leonard")
                    .doesNotContain("leo", "gus");
        }

        @Test
        @DisplayName("leaves alone what somebody has changed since, and tells of it")
        void changedSince(@TempDir Path otherHome) throws IOException {
            Ending plan = plan();
            provisionedByOthers(
                    otherHome, COLUMNS, "ida,Ida,Ives,ida@example.org,Paris,,,", "leo,Leo,Lane,leo@example.org,,,,");

            Ending applied = installation.command("apply", plan.run());
            assertThat(applied.exitCode()).as(applied.toString()).isEqualTo(1);
            assertThat(installation.csv(plan.run(), "rejects.csv")).hasSize(2);
            assertThat(installation.csv(plan.run(), "rejects.csv").get(1).toString())
                    .contains(
                            "Since the plan was made the city of the account of ida has changed from \"\"Bonn\"\" to \"\"Paris\"\""
                                    .replace("\"\"", "\""));
            assertThat(installation.sandbox().state().usernames()).contains("leonard");
        }
    }

    @Nested
    @DisplayName("is refused, and nothing is done,")
    class Refused {

        @Test
        @DisplayName("where there is none of that name")
        void unknown() {
            assertRefused(installation.command("apply", "2026-01-01-0001"), "There is no plan 2026-01-01-0001");
            Ending plan = plan();
            assertRefused(installation.command("apply", "nonsense"), "these wait to be applied: " + plan.run());
        }

        @Test
        @DisplayName("where a run that was no plan has the name")
        void ofProvision() {
            Ending run = installation.command("provision", roster.toString());
            assertRefused(installation.command("apply", run.run()), "There is no plan " + run.run());
        }

        @Test
        @DisplayName("where a newer plan of the same file took its place")
        void superseded() throws IOException {
            Ending first = plan();
            roster = installation.roster("roster.csv", ROSTER.subList(0, 3));
            Ending second = plan();

            assertRefused(installation.command("apply", first.run()), "a newer plan of roster.csv took its place");
            assertThat(installation.command("apply", second.run()).exitCode()).isZero();
        }

        @Test
        @DisplayName("where a setting that it depends on has changed")
        void otherSettings() throws IOException {
            Ending plan = plan();
            installation.settings("create-missing-cohorts: true\nbatch-size: 7");
            assertRefused(
                    installation.command("apply", plan.run()),
                    "these settings have changed: rollcall.create-missing-cohorts;");
        }

        @Test
        @DisplayName("where the settings name another site")
        void otherSite() throws IOException {
            Ending plan = plan();
            String port = Integer.toString(installation.sandbox().url().getPort());
            installation.settings(URI.create("http://localhost:" + port), "");
            assertRefused(installation.command("apply", plan.run()), "is for http://127.0.0.1:" + port);
        }
    }

    private void assertRefused(Ending ending, String sentence) {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err()).contains(sentence).hasLineCount(1);
    }

    @Test
    @DisplayName("whose applying was cut short goes on with the same command")
    void goesOnApplying() {
        Ending plan = plan();
        installation.sandbox().faults().add(FaultRule.always(Fault.status(503)).of(SiteCalls.ENROL));
        Ending cutShort = installation.command("apply", plan.run());
        assertThat(cutShort.exitCode()).as(cutShort.toString()).isEqualTo(3);
        installation.sandbox().faults().clear();

        Ending applied = installation.command("apply", plan.run());
        assertThat(applied.exitCode()).as(applied.toString()).isEqualTo(1);
        assertThat(applied.out()).contains("3 read, 2 done, 1 rejected", "1 created, 1 existing");
        assertThat(calls.count(SiteCalls.CREATE_USERS)).isEqualTo(1);
        assertThat(SiteContent.participants(installation.sandbox().state(), "ENG101"))
                .contains("ada");
    }

    @Test
    @DisplayName("whose making was cut short goes on with the same command, and cannot be applied before")
    void goesOnPlanning() {
        installation.sandbox().faults().add(FaultRule.always(Fault.status(503)).of("core_course_get_courses_by_field"));
        Ending cutShort = plan();
        assertThat(cutShort.exitCode()).as(cutShort.toString()).isEqualTo(3);
        installation.sandbox().faults().clear();
        assertRefused(installation.command("apply", cutShort.run()), "was not finished; give `plan roster.csv` again");

        Ending plan = plan();
        assertThat(plan.out()).contains("Going on with plan " + cutShort.run(), "3 read, 0 unchanged, 1 rejected");
        assertThat(calls.writing()).isEmpty();
    }
}
