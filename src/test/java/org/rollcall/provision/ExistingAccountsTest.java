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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.sandbox.SandboxState;

/** People of a roster who have, or seem to have, an account already. */
@DisplayName("A row")
class ExistingAccountsTest {

    @TempDir
    private Path home;

    private Installation installation;
    private SiteCalls calls;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(
                home,
                PracticeSeed.stock()
                        .with(
                                "users",
                                "{username: ada, firstname: Augusta, lastname: King, email: Ada@Example.org,"
                                        + " fields: {city: London}}")
                        .with("users", "{username: bob, firstname: Bob, lastname: Brown, email: bob@example.org}")
                        .options());
        calls = new SiteCalls(installation.sandbox());
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending provision(String header, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(List.of(rows));
        return installation.command(
                "provision", installation.roster("roster.csv", lines).toString());
    }

    private CsvFile rejectsOf(Ending ending) throws IOException {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        return CsvFile.open(installation.report(ending.run(), "rejects.csv"));
    }

    @Nested
    @DisplayName("whose username is on the site")
    class Matched {

        @Test
        @DisplayName("leaves the account as it is, needs no password, and gets its memberships")
        void accountStays() throws IOException {
            Ending ending = provision(
                    "username,firstname,lastname,email,city,cohort1,course1",
                    "ada,Ada,Lovelace,ada@example.org,Paris,STUDENTS-2026,ENG101");
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(calls.writing()).containsExactly(SiteCalls.ADD_MEMBERS, SiteCalls.ENROL);
            SandboxState site = installation.sandbox().state();
            assertThat(site.userField("ada", "firstname")).isEqualTo("Augusta");
            assertThat(site.userField("ada", "lastname")).isEqualTo("King");
            assertThat(site.userField("ada", "city")).isEqualTo("London");
            assertThat(site.cohortMembers("STUDENTS-2026")).containsExactly("ada");
            assertThat(SiteContent.participants(site, "ENG101")).containsExactly("ada");
        }

        @Test
        @DisplayName("is matched in capitals too, with a warning")
        void capitals() throws IOException {
            Ending ending =
                    provision("username,firstname,lastname,email,cohort1", "ADA,Ada,King,ada@example.org,STAFF-2026");
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(ending.out()).contains("Users           0 created, 1 existing\n");
            assertThat(installation.sandbox().state().cohortMembers("STAFF-2026"))
                    .containsExactly("ada");
            assertThat(installation.csv(ending.run(), "problems.csv"))
                    .hasSize(2)
                    .last()
                    .satisfies(problem -> assertThat(problem).contains("2", "warning", "username.lowercased"));
        }

        @Test
        @DisplayName("is matched although its email is another one, which nobody has; the account keeps its own")
        void freeEmail() throws IOException {
            Ending ending = provision(
                    "username,firstname,lastname,email,cohort1", "bob,Bob,Brown,bobby@example.org,STAFF-2026");
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(ending.out()).contains("Warnings        1");
            assertThat(installation.csv(ending.run(), "problems.csv").get(1)).contains("warning", "email.differs");
            assertThat(installation.sandbox().state().userField("bob", "email")).isEqualTo("bob@example.org");
            assertThat(installation.sandbox().state().cohortMembers("STAFF-2026"))
                    .containsExactly("bob");
        }

        @Test
        @DisplayName("is a reject when its email and both its names are other than the account's, and gets nothing")
        void otherPerson() throws IOException {
            CsvFile rejects = rejectsOf(provision(
                    "username,firstname,lastname,email,cohort1", "bob,Maria,Mayer,maria@example.org,STAFF-2026"));
            assertThat(rejects.cell(0, "reject_codes")).isEqualTo("username.other-person");
            assertThat(rejects.cell(0, "reject_reasons")).contains("Bob Brown").contains("bob@example.org");
            assertThat(calls.writing()).isEmpty();
        }

        @Test
        @DisplayName("is a reject when its email belongs to another account, and gets nothing")
        void emailOfAnother() throws IOException {
            CsvFile rejects = rejectsOf(
                    provision("username,firstname,lastname,email,cohort1", "bob,Bob,Brown,ada@example.org,STAFF-2026"));
            assertThat(rejects.cell(0, "reject_codes")).isEqualTo("email.taken");
            assertThat(calls.writing()).isEmpty();
        }
    }

    @Nested
    @DisplayName("whose username is new")
    class New {

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"Ada@Example.org", "ada@example.org", "ADA@EXAMPLE.ORG"})
        @DisplayName("is a reject that names the account to which its email belongs if that is somebody else's")
        void emailTaken(String email) throws IOException {
            CsvFile rejects = rejectsOf(
                    provision(People.COLUMNS + ",course1", "carl,Carl,Gauss," + email + ",Passw0rd-1,ENG101"));
            assertThat(rejects.cell(0, "reject_columns")).isEqualTo("email");
            assertThat(rejects.cell(0, "reject_codes")).isEqualTo("email.taken");
            assertThat(rejects.cell(0, "reject_reasons"))
                    .isEqualTo(
                            "The email address %s already belongs to the account ada (Augusta King).".formatted(email));
            assertThat(rejects.cell(0, "course1")).isEqualTo("ENG101");
            assertThat(calls.writing()).isEmpty();
        }

        @Test
        @DisplayName("is the account of which it has email and last name, with a warning that the username stays")
        void sameEmailAndName() throws IOException {
            Ending ending =
                    provision("username,firstname,lastname,email,course1", "ada.king,Ada,King,ada@example.org,ENG101");
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(ending.out()).contains("Users           0 created, 1 existing\n");
            assertThat(calls.writing()).containsExactly(SiteCalls.ENROL);
            assertThat(SiteContent.participants(installation.sandbox().state(), "ENG101"))
                    .containsExactly("ada");
            assertThat(installation.csv(ending.run(), "problems.csv").get(1))
                    .contains("2", "warning", "username", "username.differs")
                    .last()
                    .isEqualTo("The account to which the email address ada@example.org belongs has the username ada on"
                            + " the site and keeps it.");
        }

        @Test
        @DisplayName("is a reject without a password, unless Moodle is to make one")
        void passwordMissing() throws IOException {
            Ending ending = provision(
                    People.COLUMNS + ",createpassword",
                    "carl,Carl,Gauss,carl@example.org,,",
                    "emmy,Emmy,Noether,emmy@example.org,,1");
            CsvFile rejects = rejectsOf(ending);
            assertThat(rejects.column("username")).containsExactly("carl");
            assertThat(rejects.cell(0, "reject_codes")).isEqualTo("password.missing");
            assertThat(installation.sandbox().state().usernames())
                    .contains("emmy")
                    .doesNotContain("carl");
        }

        @Test
        @DisplayName("is created without a password where the settings let Moodle make them")
        void createPasswords() throws IOException {
            installation.settings("roster.create-passwords: true");
            Ending ending = provision("username,firstname,lastname,email", "carl,Carl,Gauss,carl@example.org");
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(installation.sandbox().state().hasUser("carl")).isTrue();
        }
    }
}
