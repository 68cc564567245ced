package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.sandbox.SandboxState;

/** What becomes of accounts that are there already. */
@DisplayName("An account that is there")
class ChangedAccountsTest {

    private static final String WHO = "username,firstname,lastname,email";
    private static final String ADA = "ada,Ada,Lovelace,ada@example.org";

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
                                "{username: ada, firstname: Ada, lastname: Lovelace, email: ada@example.org, auth: oauth2,"
                                        + " fields: {idnumber: E-1, city: London, institution: Northgate},"
                                        + " profile: {staffid: S-1}}")
                        .with("users", "{username: bob, firstname: Bob, lastname: Brown, email: bob@example.org}")
                        .with(
                                "users",
                                "{username: susan, firstname: Susan, lastname: Smith, email: susan@example.org,"
                                        + " suspended: true}")
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

    private Ending done(String header, String... rows) throws IOException {
        Ending ending = provision(header, rows);
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        return ending;
    }

    private CsvFile rejectsOf(Ending ending) throws IOException {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        return CsvFile.open(installation.report(ending.run(), "rejects.csv"));
    }

    private @Nullable String field(String username, String field) {
        return installation.sandbox().state().userField(username, field);
    }

    /** The same roster once more finds everything as it is to be. */
    private void assertNothingIsLeftToDo(String header, String... rows) throws IOException {
        SiteCalls again = new SiteCalls(installation.sandbox());
        done(header, rows);
        assertThat(again.writing()).isEmpty();
    }

    @Nested
    @DisplayName("and whose row gives details")
    class Details {

        private static final String HEADER =
                WHO + ",idnumber,city,institution,department,profile_field_staffid," + "profile_field_costcentre";
        private static final String ROW = "ada,Ada,King,Ada.King@example.org,E-1,Paris,,Maths,S-2,C-7";

        @Test
        @DisplayName("takes over with from-file what differs, keeps what a cell leaves empty, and is then left alone")
        void fromFile() throws Exception {
            installation.settings("accounts.existing-details: from-file");
            Ending ending = done(HEADER, ROW);
            assertThat(calls.writing()).containsExactly(SiteCalls.UPDATE_USERS);
            SandboxState site = installation.sandbox().state();
            assertThat(List.of("lastname", "email", "city", "institution", "department", "auth"))
                    .extracting(column -> site.userField("ada", column))
                    .containsExactly("King", "Ada.King@example.org", "Paris", "Northgate", "Maths", "oauth2");
            assertThat(field("ada", "profile_field_staffid")).isEqualTo("S-2");
            assertThat(field("ada", "profile_field_costcentre")).isEqualTo("C-7");
            assertThat(ending.out())
                    .contains("  brought accounts up to date")
                    .contains("Users           0 created, 1 existing, 1 updated\n");
            assertThat(installation.summary(ending.run()).at("/users/updated").asInt())
                    .isEqualTo(1);
            assertThat(new LedgerView(home).changesOfAccounts())
                    .containsExactly("USER_UPDATED {\"lastname\":\"Lovelace\",\"email\":\"ada@example.org\","
                            + "\"city\":\"London\",\"department\":\"\",\"profile_field_staffid\":\"S-1\","
                            + "\"profile_field_costcentre\":\"\"} {\"lastname\":\"King\","
                            + "\"email\":\"Ada.King@example.org\",\"city\":\"Paris\",\"department\":\"Maths\","
                            + "\"profile_field_staffid\":\"S-2\",\"profile_field_costcentre\":\"C-7\"}");
            assertNothingIsLeftToDo(HEADER, ROW);
        }

        @Test
        @DisplayName("is filled with fill-missing, which is the default, where it has nothing")
        void fillMissing() throws IOException {
            done(HEADER, ROW);
            assertThat(calls.writing()).containsExactly(SiteCalls.UPDATE_USERS);
            assertThat(List.of("lastname", "email", "city", "department"))
                    .extracting(column -> field("ada", column))
                    .containsExactly("Lovelace", "ada@example.org", "London", "Maths");
            assertThat(field("ada", "profile_field_staffid")).isEqualTo("S-1");
            assertThat(field("ada", "profile_field_costcentre")).isEqualTo("C-7");
            assertNothingIsLeftToDo(HEADER, ROW);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"existing-details: nothing", "mode: create-only"})
        @DisplayName("keeps them, and gets its memberships, where the settings say so")
        void kept(String setting) throws IOException {
            installation.settings("accounts." + setting);
            done(HEADER + ",cohort1", ROW + ",STAFF-2026");
            assertThat(calls.writing()).containsExactly(SiteCalls.ADD_MEMBERS);
            assertThat(field("ada", "city")).isEqualTo("London");
        }

        @Test
        @DisplayName("is found by its idnumber, whatever its username, and keeps that")
        void byIdnumber() throws IOException {
            installation.settings("accounts.existing-details: from-file");
            Ending ending = done(WHO + ",idnumber,city", "a.king,Ada,King,a.king@example.org,E-1,Paris");
            assertThat(ending.out()).contains("Users           0 created, 1 existing, 1 updated");
            assertThat(field("ada", "city")).isEqualTo("Paris");
            assertThat(field("ada", "email")).isEqualTo("a.king@example.org");
            assertThat(installation.csv(ending.run(), "problems.csv").get(1)).contains("username.differs");
        }

        @Test
        @DisplayName(
                "is changed by the first of two rows that lead to it, and the other is a reject that names that row")
        void twoRows() throws IOException {
            installation.settings("accounts.existing-details: from-file");
            CsvFile rejects = rejectsOf(provision(
                    WHO + ",idnumber,city,course1",
                    "ada,Ada,Lovelace,ada@example.org,,Paris,ENG101",
                    "a.king,Ada,King,a.king@example.org,E-1,Rome,ENG101"));
            assertThat(rejects.column("username")).containsExactly("a.king");
            assertThat(rejects.cell(0, "reject_codes")).isEqualTo("account.repeated");
            assertThat(rejects.cell(0, "reject_reasons")).contains("row 2");
            assertThat(field("ada", "city")).isEqualTo("Paris");
        }

        @Test
        @DisplayName("by its email and somebody else's by its username is a reject that names both")
        void conflict() throws IOException {
            CsvFile rejects = rejectsOf(provision(WHO + ",city", "bob,Bob,Brown,ada@example.org,Paris"));
            assertThat(rejects.cell(0, "reject_codes")).isEqualTo("email.taken");
            assertThat(rejects.cell(0, "reject_reasons"))
                    .contains("bob (Bob Brown)")
                    .contains("ada (Ada Lovelace)");
            assertThat(calls.writing()).isEmpty();
        }
    }

    @Nested
    @DisplayName("and whose row gives an old username")
    class Renamed {

        private static final String HEADER = WHO + ",oldusername,course1";
        private static final String ROW = "ada.king,Ada,Lovelace,ada@example.org,ada,ENG101";

        @Test
        @DisplayName("is renamed, and gets its memberships")
        void renamed() throws Exception {
            Ending ending = done(HEADER, ROW);
            assertThat(calls.writing()).containsExactly(SiteCalls.UPDATE_USERS, SiteCalls.ENROL);
            SandboxState site = installation.sandbox().state();
            assertThat(site.usernames()).contains("ada.king").doesNotContain("ada");
            assertThat(SiteContent.participants(site, "ENG101")).containsExactly("ada.king");
            assertThat(ending.out()).contains("Users           0 created, 1 existing, 1 renamed\n");
            assertThat(new LedgerView(home).changesOfAccounts())
                    .containsExactly("USER_RENAMED {\"username\":\"ada\"} {\"username\":\"ada.king\"}");
            assertNothingIsLeftToDo(HEADER, ROW);
        }

        @ParameterizedTest(name = "{0}: {1} to {2} is {3}")
        @CsvSource({
            "accounts.allow-renames: false, ada, ada.king, ada@example.org, oldusername.not-allowed",
            "accounts.allow-renames: true, nobody, ada.king, new@example.org, oldusername.unknown",
            "accounts.allow-renames: true, ada, bob, ada@example.org, oldusername.taken",
            "accounts.allow-renames: true, bob, ada.king, new@example.org, oldusername.other-person",
        })
        @DisplayName("is a reject where that cannot be, or is not allowed")
        void notRenamed(String setting, String oldUsername, String username, String email, String code)
                throws IOException {
            installation.settings(setting);
            CsvFile rejects =
                    rejectsOf(provision(HEADER, username + ",Ada,Lovelace," + email + "," + oldUsername + ","));
            assertThat(rejects.cell(0, "reject_codes")).isEqualTo(code);
            assertThat(calls.writing()).isEmpty();
        }
    }

    @Nested
    @DisplayName("and whose row says whether it is suspended")
    class Suspended {

        private static final String HEADER = WHO + ",password,suspended,course1";

        @Test
        @DisplayName("is suspended once it has been enrolled")
        void suspended() throws Exception {
            Ending ending = done(HEADER, ADA + ",,1,ENG101");
            assertThat(calls.writing()).containsExactly(SiteCalls.ENROL, SiteCalls.UPDATE_USERS);
            assertThat(field("ada", "suspended")).isEqualTo("1");
            assertThat(ending.out())
                    .contains("  suspended accounts")
                    .contains("Users           0 created, 1 existing, 1 suspended\n");
            assertThat(new LedgerView(home).changesOfAccounts())
                    .containsExactly("USER_SUSPENDED {\"suspended\":\"0\"} {\"suspended\":\"1\"}");
            assertNothingIsLeftToDo(HEADER, ADA + ",,1,ENG101");
        }

        @Test
        @DisplayName("is let in again before it is enrolled")
        void reactivated() throws Exception {
            String row = "susan,Susan,Smith,susan@example.org,,0,ENG101";
            Ending ending = done(HEADER, row);
            assertThat(calls.writing()).containsExactly(SiteCalls.UPDATE_USERS, SiteCalls.ENROL);
            assertThat(field("susan", "suspended")).isEqualTo("0");
            assertThat(ending.out()).contains("Users           0 created, 1 existing, 1 reactivated\n");
            assertThat(new LedgerView(home).changesOfAccounts())
                    .containsExactly("USER_REACTIVATED {\"suspended\":\"1\"} {\"suspended\":\"0\"}");
            assertNothingIsLeftToDo(HEADER, row);
        }

        @Test
        @DisplayName("is suspended even where it was only just created, once it has been enrolled")
        void createdAndSuspended() throws Exception {
            String row = "carl,Carl,Gauss,carl@example.org,Passw0rd-1,1,ENG101";
            Ending ending = done(HEADER, row);
            assertThat(calls.writing())
                    .containsExactly(SiteCalls.CREATE_USERS, SiteCalls.ENROL, SiteCalls.UPDATE_USERS);
            assertThat(field("carl", "suspended")).isEqualTo("1");
            assertThat(ending.out()).contains("Users           1 created, 0 existing, 1 suspended\n");
            assertNothingIsLeftToDo(HEADER, row);
        }

        @Test
        @DisplayName("changes nothing, and is told so, where that is not allowed")
        void notAllowed() throws IOException {
            installation.settings("accounts.allow-suspends: false");
            Ending ending = done(HEADER, ADA + ",,1,");
            assertThat(calls.writing()).isEmpty();
            assertThat(installation.csv(ending.run(), "problems.csv").get(1))
                    .contains("warning", "suspended.not-allowed");
        }
    }

    @Nested
    @DisplayName("and whose row asks for its deletion")
    class Deleted {

        private static final String HEADER = WHO + ",deleted";

        @Test
        @DisplayName("is deleted where that is allowed, and is then no longer missed")
        void deleted() throws Exception {
            installation.settings("accounts.allow-deletes: true");
            Ending ending = done(HEADER, "ada,,,,1", "bob,,,,1");
            assertThat(calls.writing()).containsExactly(SiteCalls.DELETE_USERS);
            assertThat(installation.sandbox().state().usernames()).doesNotContain("ada", "bob");
            assertThat(ending.out())
                    .contains("  deleted accounts")
                    .contains("Rows            2 read, 2 done, none rejected\n")
                    .contains("Users           0 created, 2 existing, 2 deleted\n");
            assertThat(new LedgerView(home).changesOfAccounts())
                    .contains("USER_DELETED {\"username\":\"ada\",\"firstname\":\"Ada\",\"lastname\":\"Lovelace\","
                            + "\"email\":\"ada@example.org\",\"idnumber\":\"E-1\"} -");

            SiteCalls later = new SiteCalls(installation.sandbox());
            Ending again = done(HEADER, "ada,,,,1", "bob,,,,1");
            assertThat(later.writing()).isEmpty();
            assertThat(again.out())
                    .contains("Rows            2 read, 2 done, none rejected\n")
                    .contains("Users           0 created, 0 existing\n")
                    .contains("Warnings        2");
        }

        @Test
        @DisplayName("stays, and the row is a reject, where that is not allowed")
        void notAllowed() throws IOException {
            CsvFile rejects = rejectsOf(provision(HEADER, "ada,,,,1"));
            assertThat(rejects.cell(0, "reject_codes")).isEqualTo("deleted.not-allowed");
            assertThat(calls.writing()).isEmpty();
        }

        @Test
        @DisplayName("stays where Moodle does not delete it, which keeps no other from going")
        void refused() throws IOException {
            installation.settings("accounts.allow-deletes: true");
            CsvFile rejects = rejectsOf(provision(HEADER, "ada,,,,1", "admin,,,,1", "bob,,,,1", "rollcall,,,,1"));
            assertThat(rejects.column("username")).containsExactly("admin", "rollcall");
            assertThat(rejects.column("reject_codes")).containsOnly("deleted.refused");
            assertThat(rejects.column("reject_columns")).containsOnly("deleted");
            assertThat(installation.sandbox().state().usernames())
                    .contains("admin", "rollcall")
                    .doesNotContain("ada", "bob");
        }

        @Test
        @DisplayName("by the email alone is not deleted")
        void byEmailAlone() throws IOException {
            installation.settings("accounts.allow-deletes: true");
            CsvFile rejects = rejectsOf(provision(HEADER, "lovelace,,,ada@example.org,1"));
            assertThat(rejects.cell(0, "reject_codes")).isEqualTo("email.taken");
            assertThat(calls.writing()).isEmpty();
        }
    }

    @Test
    @DisplayName("is brought up to date with update-only, and a row without one is a reject")
    void updateOnly() throws IOException {
        installation.settings("""
                accounts:
                  mode: update-only
                  existing-details: from-file
                """);
        CsvFile rejects = rejectsOf(provision(
                WHO + ",password,city", ADA + ",,Paris", "carl,Carl,Gauss,carl@example.org,Passw0rd-1,Paris"));
        assertThat(rejects.column("reject_codes")).containsExactly("username.unknown");
        assertThat(calls.writing()).containsExactly(SiteCalls.UPDATE_USERS);
        assertThat(field("ada", "city")).isEqualTo("Paris");
    }
}
