package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.ledger.Ledger.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Staged rows")
class StagedRowsTest extends LedgerTest {

    @SuppressWarnings("NullAway.Init")
    private Run run;

    @BeforeEach
    void beginRun() {
        run = ledger.run("01");
    }

    private List<StagedRow> staged() {
        return ledger.jdbc()
                .query(
                        "SELECT " + StagedRows.SELECT + " FROM " + StagedRows.FROM
                                + " WHERE r.run_id = ? ORDER BY r.id",
                        ledger.rows().rowMapper(),
                        run.id());
    }

    @Test
    void comeBackAsTheyWereStaged() {
        ledger.stage(
                run,
                row(2, "ada", "Ada@Example.org", "Secret-1", List.of(), List.of()),
                row(3, "李", "li@example.org", null, List.of(), List.of()));

        assertThat(staged()).hasSize(2).first().satisfies(row -> {
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.state()).isEqualTo(RowState.STAGED);
            assertThat(row.person().email()).isEqualTo("Ada@Example.org");
            assertThat(row.password()).isEqualTo("Secret-1");
            assertThat(row.accountId()).isNull();
            assertThat(row.toString()).doesNotContain("Secret-1");
        });
        assertThat(staged()).last().satisfies(row -> {
            assertThat(row.person().username()).isEqualTo("李");
            assertThat(row.password()).isNull();
        });
    }

    @Test
    void areFaultyWithAnErrorAndStagedWithAWarning() {
        ledger.stage(
                run,
                row(2, "ada", "a", null, List.of(), List.of(), Ledger.error(2, "email.invalid")),
                row(3, "bob", "b@example.org", null, List.of(), List.of(), Ledger.warning(3, "username.lowered")));
        assertThat(ledger.rowsIn(run.id(), RowState.FAULTY)).containsExactly(2);
        assertThat(ledger.rowsIn(run.id(), RowState.STAGED)).containsExactly(3);
    }

    @Test
    void forgetTheirPasswordsWhenTheRunEnds() {
        Run other = ledger.run("02");
        ledger.stage(run, row(2, "ada", "ada@example.org", "Secret-1", List.of(), List.of()));
        ledger.stage(other, row(2, "bob", "bob@example.org", "Secret-2", List.of(), List.of()));
        ledger.rows().dropPasswords(other.id());
        assertThat(staged()).extracting(StagedRow::password).containsExactly("Secret-1");
        ledger.rows().dropPasswords(run.id());
        assertThat(staged()).extracting(StagedRow::password).containsOnlyNulls();
    }

    @Nested
    @DisplayName("on their way")
    class States {

        @BeforeEach
        void stageFive() {
            List<NewRow> five = new ArrayList<>();
            for (int number = 2; number <= 6; number++) {
                five.add(row(number, "p" + number));
            }
            ledger.stage(run, five.toArray(NewRow[]::new));
        }

        @Test
        void areCountedByState() {
            ledger.rows().matched(run.id(), Map.of(2, 102L));
            ledger.rows().toCreate(run.id(), List.of(3, 4));
            ledger.rows().created(run.id(), Map.of(4, 104L));
            ledger.rows().rejected(run.id(), List.of(5));
            assertThat(ledger.rows().counts(run.id()))
                    .isEqualTo(Map.of(
                            RowState.MATCHED, 1L,
                            RowState.TO_CREATE, 1L,
                            RowState.CREATED, 1L,
                            RowState.REJECTED, 1L,
                            RowState.STAGED, 1L));
            assertThat(staged()).extracting(StagedRow::accountId).containsExactly(102L, null, 104L, null, null);
        }

        @Test
        void staySendingWhereTheChunkIsRolledBack() {
            ledger.rolledBack(() -> {
                ledger.rows().sending(run.id(), List.of(2, 3));
                ledger.rows().created(run.id(), Map.of(2, 102L));
            });
            assertThat(ledger.rowsIn(run.id(), RowState.SENDING)).containsExactly(2, 3);
            assertThat(staged()).extracting(StagedRow::accountId).containsOnlyNulls();
        }

        @ParameterizedTest
        @EnumSource(RowState.class)
        void fitIntoTheTableInEveryState(RowState state) {
            ledger.jdbc().update("UPDATE roster_row SET state = ? WHERE row_no = 2", state.name());
            assertThat(ledger.rowsIn(run.id(), state)).contains(2);
        }

        @Test
        void lieInARangeOfIdsOfTheirOwn() {
            Run other = ledger.run("02");
            ledger.stage(other, row(2, "x"), row(2_000_001, "y"));
            IdRange mine = ledger.rows().ids(run.id());
            IdRange others = ledger.rows().ids(other.id());
            assertThat(mine.last() - mine.first()).isEqualTo(4);
            assertThat(others.first()).isGreaterThan(mine.last());
            assertThat(others.last() - others.first()).isEqualTo(1_999_999);
        }

        @Test
        void lieInAnEmptyRangeWhereThereAreNone() {
            IdRange none = ledger.rows().ids(ledger.run("03").id());
            assertThat(none.last()).isLessThan(none.first());
        }
    }
}
