package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.moodle.UserField;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;
import org.rollcall.sandbox.SandboxState;

@DisplayName("An undo")
class UndoTest {

    private static final List<String> FIELDS =
            List.of("username", "firstname", "lastname", "email", "city", "department", "suspended");

    /** Ada is new; Bob moves and is enrolled; Cy is renamed and let in again; Dee is suspended. */
    private static final List<String> ROSTER = List.of(
            "username,firstname,lastname,email,password,city,department,oldusername,suspended,cohort1,course1",
            "ada,Ada,Lovelace,ada@example.org,Secret-1!,,,,,STUDENTS-2026,ENG101",
            "bob,Robert,Brown,bob@example.org,,Oslo,Physics,,,STUDENTS-2026,ENG101",
            "new-cy,Cy,Cole,cy@example.org,,,,cy,0,,MATH201",
            "dee,Dee,Dunn,dee@example.org,,,,,1,,ENG101");

    @TempDir
    private Path home;

    private Installation installation;
    private Path roster;
    private SiteContent content;
    private Map<String, List<String>> accounts;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(
                home,
                PracticeSeed.stock()
                        .with("users", user("bob", "Bob", "Brown", "city: Bonn, department: Arts"))
                        .with("users", user("cy", "Cy", "Cole", "city: Bonn"))
                        .with("users", user("dee", "Dee", "Dunn", "city: Bonn"))
                        .options());
        installation.settings("accounts:\n  existing-details: from-file\n");
        OtherHand.of(installation).update("cy", change -> change.withSuspended(true));
        roster = installation.roster("roster.csv", ROSTER);
        content = SiteContent.of(site());
        accounts = accounts();
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private static String user(String username, String first, String last, String fields) {
        return "{username: %1$s, firstname: %2$s, lastname: %3$s, email: %1$s@example.org, fields: {%4$s}}"
                .formatted(username, first, last, fields);
    }

    private SandboxState site() {
        return installation.sandbox().state();
    }

    private Map<String, List<String>> accounts() {
        Map<String, List<String>> all = new TreeMap<>();
        for (String username : site().usernames()) {
            all.put(
                    username,
                    FIELDS.stream()
                            .map(field -> String.valueOf(site().userField(username, field)))
                            .toList());
        }
        return all;
    }

    private Ending provision() {
        Ending ending = installation.command("provision", roster.toString());
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        return ending;
    }

    private Ending undo(String run, String... options) {
        List<String> command = new ArrayList<>(List.of("undo", run));
        command.addAll(List.of(options));
        return installation.command(command.toArray(String[]::new));
    }

    /** The lines of the report, each as state, action, username and what it is about, with the reason behind. */
    private List<String> report(Ending ending) throws IOException {
        return installation.csv(ending.run(), "undo.csv").stream()
                .skip(1)
                .map(line -> "%s: %s %s %s %s"
                        .formatted(line.get(0), line.get(1), line.get(2), line.get(3), line.get(6))
                        .strip())
                .toList();
    }

    @Test
    @DisplayName("gives the site back as it was, apart from accounts that were created: they are suspended")
    void givesTheSiteBack() throws IOException {
        String run = provision().run();

        Ending ending = undo(run, "--apply");
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(ending.out()).contains("takes back " + run, "Taken back");
        assertThat(site().userField("ada", "suspended")).isEqualTo("1");
        Map<String, List<String>> now = accounts();
        now.remove("ada");
        assertThat(now).isEqualTo(accounts);
        assertThat(SiteContent.of(site()).members()).isEqualTo(content.members());
        assertThat(SiteContent.of(site()).enrolments()).isEqualTo(content.enrolments());
        assertThat(report(ending))
                .contains(
                        "taken back: remove from cohort ada STUDENTS-2026",
                        "taken back: unenrol bob ENG101",
                        "taken back: set back bob city",
                        "taken back: suspend ada ada")
                .hasSize(13);
        assertThat(installation.summary(ending.run()).at("/takenBack").asInt()).isEqualTo(13);
        assertThat(installation.summary(ending.run()).at("/undoes").asString()).isEqualTo(run);
    }

    @Test
    @DisplayName("deletes the accounts that were created, where that is asked for")
    void deletesCreated() {
        String run = provision().run();
        Ending ending = undo(run, "--apply", "--delete-created");
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(SiteContent.of(site())).isEqualTo(content);
        assertThat(accounts()).isEqualTo(accounts);
    }

    @Test
    @DisplayName("is planned first: nothing is written until the plan is applied")
    void plannedFirst() throws IOException {
        String run = provision().run();
        SiteCalls since = new SiteCalls(installation.sandbox());

        Ending plan = undo(run);
        assertThat(plan.exitCode()).as(plan.toString()).isZero();
        assertThat(since.writing()).isEmpty();
        assertThat(plan.out())
                .contains("remove from cohort   2", "unenrol              4", "Nothing was written to the site")
                .contains("`run.sh apply " + plan.run() + "` takes it back.");
        assertThat(report(plan)).hasSize(13).allMatch(line -> line.startsWith("planned: "));

        Ending applied = installation.command("apply", plan.run());
        assertThat(applied.exitCode()).as(applied.toString()).isZero();
        assertThat(SiteContent.of(site()).members()).isEqualTo(content.members());
        assertRefused(installation.command("apply", plan.run()), "has been applied already");
    }

    @Test
    @DisplayName("carries the plan out that was shown, when it is asked for again")
    void appliesWhatWasShown() {
        String run = provision().run();
        Ending plan = undo(run);
        Ending applied = undo(run, "--apply");
        assertThat(applied.run()).isEqualTo(plan.run());
        assertThat(applied.exitCode()).as(applied.toString()).isZero();
    }

    @Test
    @DisplayName("that is planned is not given up for a newer plan of the same roster")
    void notSuperseded() {
        Ending undo = undo(provision().run());
        assertThat(installation.command("plan", roster.toString()).exitCode()).isZero();
        Ending applied = installation.command("apply", undo.run());
        assertThat(applied.exitCode()).as(applied.toString()).isZero();
        assertThat(SiteContent.of(site()).members()).isEqualTo(content.members());
    }

    @Test
    @DisplayName("can be taken back, which gives back what the run had done")
    void ofAnUndo() throws IOException {
        String run = provision().run();
        SiteContent provisioned = SiteContent.of(site());
        Map<String, List<String>> provisionedAccounts = accounts();
        Ending first = undo(run, "--apply");

        Ending second = undo(first.run(), "--apply");
        assertThat(second.exitCode()).as(second.toString()).isZero();
        assertThat(report(second)).hasSize(13).allMatch(line -> line.startsWith("taken back"));
        assertThat(SiteContent.of(site())).isEqualTo(provisioned);
        assertThat(accounts()).isEqualTo(provisionedAccounts);
    }

    @Test
    @DisplayName("makes the next drop of the same roster do everything again")
    void forgetsWhatStood() {
        undo(provision().run(), "--apply", "--delete-created");
        Ending again = installation.command("provision", roster.toString());
        assertThat(again.out()).contains("1 created, 3 existing, 1 updated, 1 renamed, 1 suspended, 1 reactivated");
        assertThat(site().userField("bob", "city")).isEqualTo("Oslo");
        assertThat(SiteContent.participants(site(), "ENG101")).contains("ada", "bob");
    }

    @Test
    @DisplayName("for the second time finds everything as it was")
    void twice() throws IOException {
        String run = provision().run();
        undo(run, "--apply");
        SiteCalls since = new SiteCalls(installation.sandbox());
        Ending again = undo(run, "--apply");
        assertThat(again.exitCode()).as(again.toString()).isZero();
        assertThat(since.writing()).isEmpty();
        assertThat(report(again)).hasSize(13).allMatch(line -> line.startsWith("already as before"));
    }

    @Nested
    @DisplayName("keeps, and lists,")
    class Keeps {

        @Test
        @DisplayName("what somebody changed since")
        void changedSince() throws IOException {
            String run = provision().run();
            OtherHand other = OtherHand.of(installation);
            other.update("bob", change -> change.with(UserField.CITY, "Turin"));
            other.enrol("bob", "ENG101", "teacher", null);
            other.enrol("ada", "ENG101", "student", true);
            other.update("ada", change -> change.withUsername("ada.l"));

            Ending ending = undo(run, "--apply");
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            assertThat(ending.out()).contains("Kept            4 changed since");
            assertThat(report(ending))
                    .contains(
                            "kept: set back bob city Somebody changed it since: it is \"Turin\" now.",
                            "kept: unenrol bob ENG101 Somebody changed it since: the person has other roles in the course.",
                            "kept: unenrol ada ENG101 Somebody changed it since: the enrolment is suspended or has other dates.",
                            "kept: suspend ada ada Somebody changed it since: the account is called ada.l by now.",
                            "taken back: set back bob department");
            assertThat(site().userField("bob", "city")).isEqualTo("Turin");
            assertThat(site().userField("bob", "department")).isEqualTo("Arts");
            assertThat(site().userField("ada.l", "suspended")).isEqualTo("0");
            assertThat(SiteContent.participants(site(), "ENG101")).contains("ada.l", "bob");
        }

        @Test
        @DisplayName("what somebody changed between plan and apply")
        void changedSincePlan() throws IOException {
            String run = provision().run();
            Ending plan = undo(run);
            OtherHand.of(installation).update("bob", change -> change.with(UserField.CITY, "Turin"));
            Ending applied = installation.command("apply", plan.run());
            assertThat(applied.exitCode()).as(applied.toString()).isEqualTo(1);
            assertThat(report(applied))
                    .contains("kept: set back bob city Somebody changed it since: it is \"Turin\" now.");
            assertThat(site().userField("bob", "city")).isEqualTo("Turin");
        }

        @Test
        @DisplayName("what a later run changed, and names that run")
        void laterRun() throws IOException {
            String first = provision().run();
            roster = installation.roster(
                    "later.csv",
                    List.of(
                            "username,firstname,lastname,email,city,course1,enrolperiod1,course2",
                            "bob,Robert,Brown,bob@example.org,Turin,ENG101,30,",
                            "ada,Ada,Lovelace,ada@example.org,,,,MATH201"));
            String second = provision().run();

            Ending ending = undo(first, "--apply");
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            assertThat(report(ending))
                    .contains(
                            "kept: set back bob city The run " + second + " changed it since.",
                            "kept: unenrol bob ENG101 The run " + second + " changed it since.",
                            "kept: suspend ada ada The run " + second + " worked with the account since.");
        }

        @Test
        @DisplayName("what cannot be taken back: passwords, deleted accounts, cohorts, and what the site does not tell")
        void impossible() throws IOException {
            installation.settings("""
                    create-missing-cohorts: true
                    accounts:
                      existing-details: from-file
                      update-passwords: true
                      allow-deletes: true
                    """);
            roster = installation.roster(
                    "roster.csv",
                    List.of(
                            "username,firstname,lastname,email,password,phone1,deleted,cohort1",
                            "bob,Bob,Brown,bob@example.org,Secret-1!,12345,,FRESHERS",
                            "dee,,,,,,1,"));
            Ending ending = undo(provision().run(), "--apply");
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            assertThat(report(ending))
                    .containsExactlyInAnyOrder(
                            "taken back: remove from cohort bob FRESHERS",
                            "kept: leave bob password The old password is known to nobody but its owner.",
                            "kept: leave bob phone1 What stood there before is not known, since the site does not tell it.",
                            "kept: leave dee dee Moodle does not bring a deleted account back.",
                            "kept: leave  FRESHERS A cohort that was created stays; others may count on it by now.");
        }
    }

    @Test
    @DisplayName("takes what somebody took back already for done")
    void tookBackAlready() throws IOException {
        String run = provision().run();
        OtherHand other = OtherHand.of(installation);
        other.unenrol("bob", "ENG101");
        other.removeFromCohort("bob", "STUDENTS-2026");
        other.update("bob", change -> change.with(UserField.CITY, "Bonn"));
        Ending ending = undo(run, "--apply");
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(report(ending))
                .contains(
                        "already as before: unenrol bob ENG101 The person is not enrolled any more.",
                        "already as before: remove from cohort bob STUDENTS-2026 The person is not in the cohort.",
                        "already as before: set back bob city It stands as before already.");
    }

    @Test
    @DisplayName("puts an enrolment back whose dates a run changed, as far as they are known")
    void enrolmentsPutBack() throws IOException {
        OtherHand.of(installation).enrol("dee", "MATH201", "student", false);
        roster = installation.roster("first.csv", enrolments("2026-09-01,30", ""));
        provision();
        List<?> before = site().enrolments("MATH201");
        roster = installation.roster("second.csv", enrolments("2026-10-01,60", "2026-10-01,60"));
        String run = provision().run();
        assertThat(site().enrolments("MATH201")).isNotEqualTo(before);

        Ending ending = undo(run, "--apply");
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        assertThat(report(ending))
                .containsExactly(
                        "taken back: put enrolment back bob MATH201",
                        "kept: leave dee MATH201 How the enrolment stood before is not known, since Moodle does not tell its dates.");
        assertThat(site().enrolments("MATH201").stream()
                        .filter(enrolment -> enrolment.username().equals("bob"))
                        .toList())
                .isEqualTo(before.stream()
                        .filter(enrolment -> enrolment.toString().contains("bob"))
                        .toList());
    }

    private static List<String> enrolments(String bob, String dee) {
        List<String> lines =
                new ArrayList<>(List.of("username,firstname,lastname,email,course1,enroltimestart1,enrolperiod1"));
        lines.add("bob,Bob,Brown,bob@example.org,MATH201," + bob);
        if (!dee.isEmpty()) {
            lines.add("dee,Dee,Dunn,dee@example.org,MATH201," + dee);
        }
        return lines;
    }

    @Test
    @DisplayName("lists what the site refuses, and takes back the rest")
    void refused() throws IOException {
        roster = installation.roster(
                "roster.csv",
                List.of(
                        "username,firstname,lastname,email,city,course1",
                        "bob,Bob,Brown,robert@example.org,,ENG101",
                        "dee,Dee,Dunn,dee@example.org,Oslo,ENG101"));
        String run = provision().run();
        OtherHand.of(installation).update("cy", change -> change.withEmail("bob@example.org"));

        Ending ending = undo(run, "--apply");
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        assertThat(ending.out()).contains("Refused         1 refused by the site");
        assertThat(report(ending))
                .anyMatch(line -> line.startsWith("refused: set back bob email The site refused: "))
                .contains("taken back: set back dee city", "taken back: unenrol bob ENG101");
        assertThat(site().userField("bob", "email")).isEqualTo("robert@example.org");
        assertThat(site().userField("dee", "city")).isEqualTo("Bonn");
    }

    @Test
    @DisplayName("that cannot reach the site goes on with the same command")
    void siteWentAway() throws IOException {
        String run = provision().run();
        installation.sandbox().faults().add(FaultRule.always(Fault.status(503)).of(SiteCalls.UNENROL));
        Ending cutShort = undo(run, "--apply");
        assertThat(cutShort.exitCode()).as(cutShort.toString()).isEqualTo(3);
        installation.sandbox().faults().clear();
        assertRefused(undo(run), "`run.sh apply " + cutShort.run() + "` goes on");

        Ending ending = undo(run, "--apply");
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(report(ending)).hasSize(13).allMatch(line -> line.startsWith("taken back"));
        assertThat(SiteContent.of(site()).enrolments()).isEqualTo(content.enrolments());
    }

    @Nested
    @DisplayName("is refused, and nothing is done,")
    class Refused {

        @Test
        @DisplayName("where there is no such run")
        void unknown() {
            assertRefused(undo("2026-01-01-0001"), "There is no run 2026-01-01-0001.");
        }

        @Test
        @DisplayName("where the run did not come to its end")
        void unfinished() {
            Ending plan = installation.command("plan", roster.toString());
            assertRefused(undo(plan.run()), "did not come to its end");
        }
    }

    private static void assertRefused(Ending ending, String sentence) {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err()).contains(sentence).hasLineCount(1);
    }
}
