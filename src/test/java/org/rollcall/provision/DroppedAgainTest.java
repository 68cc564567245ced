package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.moodle.MemberRemoval;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.MoodleSite;
import org.rollcall.operation.Answers;

@DisplayName("A roster that is dropped again")
class DroppedAgainTest {

    private static final String LOOK_UP = "core_user_get_users_by_field";
    private static final String HEADER =
            "username,firstname,lastname,email,password,cohort1,cohort2,course1,course2,course3,course4,course5";

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private static List<String> people(int count) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 1; i <= count; i++) {
            lines.add(("p%1$04d,First%1$d,Last%1$d,p%1$04d@example.org,Passw0rd-%1$d,STUDENTS-2026,STAFF-2026,"
                            + "ENG101,MATH201,BIO110,HIST150,CHEM120")
                    .formatted(i));
        }
        return lines;
    }

    private Ending provision(List<String> lines, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("provision"));
        command.addAll(List.of(options));
        command.add(installation.roster("roster.csv", lines).toString());
        Ending ending = installation.command(command.toArray(String[]::new));
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        return ending;
    }

    @Test
    @DisplayName("unchanged, with 5,000 people in 2 cohorts and 5 courses, costs at most 30 calls, all of them reads")
    void fiveThousand() throws IOException {
        installation.settings("create-missing-cohorts: true\nbatch-size: 200");
        List<String> roster = people(5_000);
        provision(roster);
        SiteCalls calls = new SiteCalls(installation.sandbox());

        Ending again = provision(roster);
        assertThat(calls.writing()).isEmpty();
        assertThat(calls.all()).hasSizeLessThanOrEqualTo(30);
        assertThat(calls.count(LOOK_UP)).as("the guest account, and no other").isEqualTo(1);
        assertThat(again.out())
                .containsPattern("recognized unchanged rows +5,000")
                .contains("0 created, 5,000 existing", "0 added, 10,000 already there", "0 made, 25,000 already there");
        assertThat(installation.summary(again.run()).at("/verified/how").asString())
                .isEqualTo("members");
        assertThat(installation
                        .summary(again.run())
                        .at("/verified/recognizedRows")
                        .asInt())
                .isEqualTo(5_000);
    }

    @Nested
    @DisplayName("looks up one by one")
    class LooksUp {

        @BeforeEach
        void provisionFirst() throws IOException {
            installation.settings("create-missing-cohorts: true");
            provision(people(5));
        }

        /** What is looked up in the site, the guest account left out. */
        private int lookedUp(SiteCalls calls) {
            return calls.count(LOOK_UP) - 1;
        }

        @Test
        @DisplayName("a row that is new, and one that says something else")
        void newAndChanged() throws IOException {
            List<String> roster = people(6);
            roster.set(2, roster.get(2).replace("Last2", "Other2"));
            SiteCalls calls = new SiteCalls(installation.sandbox());

            Ending again = provision(roster);
            assertThat(again.out())
                    .containsPattern("recognized unchanged rows +4 ")
                    .containsPattern("asked the site who is there +2 ");
            assertThat(lookedUp(calls)).isPositive();
        }

        @Test
        @DisplayName("a row whose account is no longer in a cohort, and puts it back")
        void gone() throws IOException {
            MoodleSite site = MoodleSite.of(
                    installation.sandbox().url(), installation.sandbox().token());
            MoodleClient moodle =
                    new MoodleClient(site, MoodleClient.httpClient(site), new org.rollcall.moodle.CallLog());
            long cohort = Answers.valueOf(moodle.cohorts().all()).stream()
                    .filter(one -> one.idnumber().equals("STAFF-2026"))
                    .findFirst()
                    .orElseThrow()
                    .id();
            long account = Answers.valueOf(
                            moodle.users().byField(org.rollcall.moodle.AccountField.USERNAME, List.of("p0003")))
                    .get(0)
                    .id();
            assertThat(moodle.cohorts()
                            .removeMembers(List.of(new MemberRemoval(cohort, account)))
                            .isDone())
                    .isTrue();

            Ending again = provision(people(5));
            assertThat(again.out())
                    .containsPattern("recognized unchanged rows +4 ")
                    .contains("1 added, 9 already there");
            assertThat(installation.sandbox().state().cohortMembers("STAFF-2026"))
                    .hasSize(5);
        }

        @Test
        @DisplayName("every row with --verify full, and none with --verify ledger, which reads no members either")
        void asAsked() throws IOException {
            SiteCalls full = new SiteCalls(installation.sandbox());
            assertThat(provision(people(5), "--verify", "full").out()).doesNotContain("recognized unchanged rows");
            assertThat(lookedUp(full)).isPositive();

            SiteCalls ledger = new SiteCalls(installation.sandbox());
            assertThat(provision(people(5), "--verify", "ledger").out())
                    .containsPattern("recognized unchanged rows +5 ");
            assertThat(ledger.all()).hasSize(2);
        }

        @Test
        @DisplayName("every row after a setting has changed that decides what is done with it")
        void otherSettings() throws IOException {
            installation.settings("create-missing-cohorts: true\naccounts:\n  existing-details: from-file");
            assertThat(provision(people(5)).out()).doesNotContain("recognized unchanged rows");
        }

        @Test
        @DisplayName("a row that could be done only in part")
        void inPart() throws IOException {
            List<String> roster = people(5);
            roster.set(1, roster.get(1).replace("CHEM120", "NOSUCH"));
            Path file = installation.roster("roster.csv", roster);
            assertThat(installation.command("provision", file.toString()).exitCode())
                    .isEqualTo(1);
            Ending again = installation.command("provision", file.toString());
            assertThat(again.out()).containsPattern("recognized unchanged rows +4 ");
        }
    }

    @Test
    @DisplayName("is planned without looking people up, too")
    void planned() throws IOException {
        installation.settings("create-missing-cohorts: true");
        provision(people(3));
        SiteCalls calls = new SiteCalls(installation.sandbox());
        Ending plan = installation.command(
                "plan", installation.roster("roster.csv", people(3)).toString());
        assertThat(plan.out()).contains("3 unchanged", "Nothing is to be done");
        assertThat(calls.count(LOOK_UP)).isEqualTo(1);
    }
}
