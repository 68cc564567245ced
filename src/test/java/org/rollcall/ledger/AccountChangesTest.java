package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.ledger.Ledger.row;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Changes of accounts")
class AccountChangesTest extends LedgerTest {

    private static final ChangedField CITY = new ChangedField("city", "Bonn", "Oslo");
    private static final ChangedField PASSWORD = new ChangedField("password", null, "");
    private static final ChangedField BARRED = new ChangedField("suspended", "0", "1");

    @SuppressWarnings("NullAway.Init")
    private Run run;

    /** Row 2 has an account that is there, row 3 one that is to be created. */
    @BeforeEach
    void beginARun() {
        run = ledger.run("01");
        ledger.stage(
                run,
                row(2, "ada", "ada@example.org", "Secret-2", List.of(), List.of()),
                row(3, "bob", "bob@example.org", "Secret-3", List.of(), List.of()));
        ledger.rows().matched(run.id(), Map.of(2, 102L));
        ledger.rows().toCreate(run.id(), List.of(3));
        ledger.accountChanges()
                .plan(
                        run.id(),
                        List.of(
                                planned(2, 102L, EnumSet.of(ChangeAction.UPDATE), CITY, PASSWORD),
                                planned(2, 102L, EnumSet.of(ChangeAction.SUSPEND), BARRED),
                                planned(3, null, EnumSet.of(ChangeAction.SUSPEND), BARRED)));
    }

    private static AccountChange planned(
            int row, @Nullable Long accountId, Set<ChangeAction> actions, ChangedField... fields) {
        return AccountChange.planned(row, "of row " + row, accountId, actions, List.of(fields));
    }

    private List<AccountChange> open(ChangePhase phase) {
        return ledger.jdbc()
                .query(
                        "SELECT " + AccountChanges.SELECT + " FROM " + AccountChanges.FROM + " WHERE phase = ? AND "
                                + AccountChanges.OPEN + " ORDER BY row_id",
                        ledger.accountChanges().rowMapper(),
                        phase.name());
    }

    @Test
    void comeBackAsTheyWerePlannedWithTheRowsPasswordWhereItIsOneOfThem() {
        assertThat(open(ChangePhase.UPDATE)).singleElement().satisfies(change -> {
            assertThat(change.fields()).containsExactly(CITY, PASSWORD);
            assertThat(change.actions()).containsExactly(ChangeAction.UPDATE);
            assertThat(change.password()).isEqualTo("Secret-2");
            assertThat(change.accountId()).isEqualTo(102);
            assertThat(change.username()).isEqualTo("ada");
            assertThat(change.toString()).doesNotContain("Secret");
        });
        assertThat(open(ChangePhase.SUSPEND))
                .singleElement()
                .satisfies(change -> assertThat(change.password()).isNull());
    }

    @Test
    void keepNoPasswordOfTheirOwn() {
        assertThat(ledger.jdbc().queryForList("SELECT changes FROM account_change", String.class))
                .noneMatch(changes -> changes.contains("Secret"));
    }

    @Test
    void ofANewAccountWaitUntilItIsThere() {
        assertThat(open(ChangePhase.SUSPEND)).extracting(AccountChange::row).containsExactly(2);
        ledger.rows().created(run.id(), Map.of(3, 103L));
        assertThat(open(ChangePhase.SUSPEND))
                .extracting(AccountChange::accountId)
                .containsExactly(102L, 103L);
    }

    @Test
    void ofARejectedRowAreNotMissed() {
        assertThat(ledger.accountChanges().open(run.id())).isEqualTo(2);
        ledger.rows().rejected(run.id(), List.of(2));
        assertThat(ledger.accountChanges().open(run.id())).isZero();
    }

    @Test
    void haveAStateForEachPhase() {
        ledger.accountChanges().moveTo(ChangeState.DONE, run.id(), open(ChangePhase.UPDATE));
        assertThat(open(ChangePhase.UPDATE)).isEmpty();
        assertThat(open(ChangePhase.SUSPEND)).hasSize(1);
        assertThat(ledger.accountChanges().rows(run.id(), ChangePhase.DELETE)).isEqualTo(new IdRange(1, 0));
        assertThat(StagedRows.row(ledger.accountChanges()
                        .rows(run.id(), ChangePhase.SUSPEND)
                        .last()))
                .isEqualTo(3);
    }

    @Test
    void areOnTheirWayEvenIfTheStepFails() {
        List<AccountChange> changes = open(ChangePhase.UPDATE);
        ledger.rolledBack(() -> ledger.accountChanges().sending(run.id(), changes));
        assertThat(open(ChangePhase.UPDATE)).extracting(AccountChange::state).containsExactly(ChangeState.SENDING);
    }

    @Test
    void thatAreRefusedMakeTheirRowARejectInPart() {
        assertThat(ledger.rejects().partly(run.id())).isZero();
        ledger.accountChanges().moveTo(ChangeState.REJECTED, run.id(), open(ChangePhase.UPDATE));
        assertThat(ledger.rejects().partly(run.id())).isEqualTo(1);
    }
}
