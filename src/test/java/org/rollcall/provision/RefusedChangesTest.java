package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;
import org.rollcall.sandbox.SandboxState;

/** Changes of accounts that the site refuses, or of which it does not tell what became. */
@DisplayName("A change of an account")
class RefusedChangesTest {

    private static final int PEOPLE = 12;

    @TempDir
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private Installation installation;

    private void open(PracticeSeed seed, String settings) throws IOException {
        PracticeSeed populated = seed;
        for (int i = 1; i <= PEOPLE; i++) {
            populated = populated.with(
                    "users",
                    "{username: %1$s, firstname: First%2$d, lastname: Last%2$d, email: %1$s@example.org}"
                            .formatted(People.name(i), i));
        }
        installation = Installation.in(home, populated.options());
        installation.settings(settings);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private static List<String> roster(String columns, String cells) {
        return new ArrayList<>(People.roster(PEOPLE, columns, cells));
    }

    private Ending provision(List<String> lines) throws IOException {
        return installation.command(
                "provision", installation.roster("roster.csv", lines).toString());
    }

    private CsvFile rejectsOf(Ending ending) throws IOException {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        return CsvFile.open(installation.report(ending.run(), "rejects.csv"));
    }

    private void assertCities(int changed) {
        SandboxState site = installation.sandbox().state();
        assertThat(People.names(PEOPLE).stream().filter(name -> "Oslo".equals(site.userField(name, "city"))))
                .hasSize(changed);
    }

    @Test
    @DisplayName("of a wrong type is found among the others, which are made, and comes back with what was asked")
    void wrongType() throws IOException {
        open(PracticeSeed.stock(), "accounts.existing-details: from-file");
        List<String> lines = roster("city,lang,course1", "Oslo,en,ENG101");
        lines.set(5, People.cells(5) + ",Oslo,tlh,ENG101");
        Ending ending = provision(lines);
        CsvFile rejects = rejectsOf(ending);
        assertThat(rejects.column("username")).containsExactly("p05");
        assertThat(rejects.cell(0, "reject_columns")).isEqualTo("lang; city");
        assertThat(rejects.cell(0, "reject_codes")).isEqualTo("account.not-updated");
        assertThat(rejects.cell(0, "reject_reasons"))
                .startsWith("The account is there, and what is left out of this line is done")
                .contains("Look first at lang tlh");
        assertThat(rejects.cell(0, "course1")).isEmpty();
        assertThat(rejects.cell(0, "password")).isEmpty();
        assertThat(ending.out())
                .contains("12 read, 11 done, 1 rejected (1 of them in part)")
                .contains("0 created, 12 existing, 11 updated");
        assertCities(PEOPLE - 1);
        assertThat(SiteContent.participants(installation.sandbox().state(), "ENG101"))
                .hasSize(PEOPLE);
    }

    @Test
    @DisplayName("of an administrator's account comes back, and the others are made")
    void administrator() throws IOException {
        open(PracticeSeed.stock(), "accounts.existing-details: from-file");
        List<String> lines = roster("city", "Oslo");
        lines.add("admin,Admin,User,boss@example.org,,Oslo");
        CsvFile rejects = rejectsOf(provision(lines));
        assertThat(rejects.column("username")).containsExactly("admin");
        assertThat(rejects.cell(0, "reject_codes")).isEqualTo("account.admin");
        assertCities(PEOPLE);
    }

    @Test
    @DisplayName("whose password fails the policy is made but for the password, and keeps no other from being made")
    void passwordPolicy() throws Exception {
        open(PracticeSeed.stock(), """
                accounts:
                  existing-details: from-file
                  update-passwords: true
                """);
        List<String> lines = roster("city", "Oslo");
        lines.set(7, People.cells(7, "weak") + ",Oslo");
        Ending ending = provision(lines);
        CsvFile rejects = rejectsOf(ending);
        assertThat(rejects.column("username")).containsExactly("p07");
        assertThat(rejects.cell(0, "reject_columns")).isEqualTo("password");
        assertThat(rejects.cell(0, "reject_codes")).isEqualTo("password.policy");
        assertThat(rejects.cell(0, "password")).isEqualTo("weak");
        assertThat(ending.out()).contains("0 created, 12 existing, 12 updated");
        assertCities(PEOPLE);
        LedgerView ledger = new LedgerView(home);
        assertThat(ledger.plannedChanges()).contains("password").doesNotContain("Passw0rd", "weak");
        assertThat(ledger.changesOfAccounts())
                .hasSize(PEOPLE)
                .filteredOn(effect -> effect.contains("\"password\":\"\""))
                .hasSize(PEOPLE - 1);
        assertThat(Files.readString(home.resolve("var/log/rollcall.log"))).doesNotContain("Passw0rd", "\"weak\"");
    }

    @Test
    @DisplayName("that is nothing but a password is not asked for where passwords stay")
    void passwordsStay() throws IOException {
        open(PracticeSeed.stock(), "accounts.existing-details: from-file");
        SiteCalls calls = new SiteCalls(installation.sandbox());
        Ending ending = provision(roster("course1", ""));
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(calls.writing()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"drop-after-commit", "drop-before-call", "drop-and-go-on", "truncate-after-commit"})
    @DisplayName("whose answer is lost is made once, and tells what stood there before")
    void lostAnswer(String fault) throws Exception {
        open(PracticeSeed.stock(), "accounts.existing-details: from-file");
        installation.sandbox().faults().add(FaultRule.next(2, fault(fault)).of(SiteCalls.UPDATE_USERS));
        Ending ending = provision(roster("city,suspended", "Oslo,1"));
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(ending.out()).contains("12 updated, 12 suspended\n");
        assertCities(PEOPLE);
        assertThat(new LedgerView(home).changesOfAccounts())
                .hasSize(2 * PEOPLE)
                .filteredOn(effect -> effect.equals("USER_UPDATED {\"city\":\"\"} {\"city\":\"Oslo\"}"))
                .hasSize(PEOPLE);
    }

    private static Fault fault(String name) {
        return switch (name) {
            case "drop-after-commit" -> Fault.dropAfterCommit();
            case "drop-before-call" -> Fault.dropBeforeCall();
            case "drop-and-go-on" -> Fault.dropAndGoOn();
            default -> Fault.truncateAfterCommit();
        };
    }

    @Test
    @DisplayName("is a deletion whose answer is lost: it is looked for before it is sent again")
    void lostDeletion() throws Exception {
        open(PracticeSeed.stock(), "accounts.allow-deletes: true");
        installation
                .sandbox()
                .faults()
                .add(FaultRule.next(1, Fault.dropAfterCommit()).of(SiteCalls.DELETE_USERS));
        List<String> lines = new ArrayList<>(List.of("username,firstname,lastname,email,deleted"));
        People.names(PEOPLE).forEach(name -> lines.add(name + ",,,,1"));
        SiteCalls calls = new SiteCalls(installation.sandbox());
        Ending ending = provision(lines);
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        assertThat(calls.count(SiteCalls.DELETE_USERS)).isEqualTo(1);
        assertThat(ending.out()).contains("12 existing, 12 deleted\n");
        assertThat(new LedgerView(home).changesOfAccounts()).hasSize(PEOPLE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            core_user_update_users | city    | Oslo
            core_user_update_users | suspended | 1
            core_user_delete_users | deleted | 1
            """)
    @DisplayName("that takes a function which the service lacks ends with a sentence that names it")
    void missingFunction(String function, String column, String value) throws IOException {
        open(PracticeSeed.stock().without(function), "accounts.allow-deletes: true");
        Ending without = provision(roster("course1", "ENG101"));
        assertThat(without.exitCode()).as(without.toString()).isZero();

        SiteCalls calls = new SiteCalls(installation.sandbox());
        Ending ending = provision(roster(column, value));
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
        assertThat(ending.err())
                .contains(function)
                .contains("External services")
                .doesNotContain("\tat ");
        assertThat(calls.writing()).isEmpty();
    }
}
