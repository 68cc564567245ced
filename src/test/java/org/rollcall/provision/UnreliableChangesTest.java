package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;
import org.rollcall.sandbox.SandboxState;

/** As {@link UnreliableSiteTest}, of a roster that changes accounts which are there. */
@DisplayName("On a site where any call may come to any end")
class UnreliableChangesTest {

    private static final int PEOPLE = 40;
    private static final double CHANCE = 0.03;
    private static final List<Fault> ENDS = List.of(
            Fault.status(503),
            Fault.statusAfterCommit(504),
            Fault.dropBeforeCall(),
            Fault.dropAfterCommit(),
            Fault.dropAndGoOn(),
            Fault.truncateAfterCommit());

    @TempDir
    private Path home;

    @ParameterizedTest(name = "throw {0} of the dice")
    @ValueSource(longs = {1, 2, 3, 4})
    @DisplayName("accounts are changed as if none had, and each change is known once")
    void dice(long dice) throws Exception {
        PracticeSeed seed = PracticeSeed.stock();
        List<String> lines = new ArrayList<>(List.of(People.COLUMNS + ",city,phone1,suspended,deleted"));
        for (int i = 1; i <= PEOPLE; i++) {
            String name = People.name(i);
            seed = seed.with(
                    "users",
                    "{username: %1$s, firstname: First%2$d, lastname: Last%2$d, email: %1$s@example.org}"
                            .formatted(name, i));
            lines.add(
                    switch (i % 4) {
                        case 0 -> name + ",,,,,,,,1";
                        case 1 -> People.cells(i, i == 5 ? "weak" : "Passw0rd-" + i) + ",Oslo,123,,";
                        case 2 -> People.cells(i) + ",,,1,";
                        default -> People.cells(i) + ",Oslo,,,";
                    });
        }
        try (Installation installation = Installation.in(home, seed.options())) {
            installation.settings("""
                    batch-size: 4
                    concurrency: 1
                    accounts:
                      existing-details: from-file
                      update-passwords: true
                      allow-deletes: true
                    """);
            for (Fault end : ENDS) {
                installation.sandbox().faults().add(FaultRule.byChance(CHANCE, 100 * dice + ENDS.indexOf(end), end));
            }
            String roster = installation.roster("roster.csv", lines).toString();
            Ending ending = installation.command("provision", roster);
            for (int i = 0; i < 30 && ending.exitCode() == 3; i++) {
                ending = installation.command("provision", roster);
            }
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            assertThat(ending.out())
                    .contains("40 read, 39 done, 1 rejected (1 of them in part)")
                    .contains("0 created, 40 existing, 30 updated, 10 suspended, 10 deleted");
            assertThat(CsvFile.open(installation.report(ending.run(), "rejects.csv"))
                            .column("reject_codes"))
                    .containsExactly("password.policy");
            assertThat(new LedgerView(home).changesOfAccounts()).hasSize(50);
            SandboxState site = installation.sandbox().state();
            for (int i = 1; i <= PEOPLE; i++) {
                assertThat(site.hasUser(People.name(i))).isEqualTo(i % 4 != 0);
                assertThat("Oslo".equals(site.userField(People.name(i), "city")))
                        .isEqualTo(i % 2 == 1);
                assertThat("1".equals(site.userField(People.name(i), "suspended")))
                        .isEqualTo(i % 4 == 2);
            }
        }
    }
}
