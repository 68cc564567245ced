package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Effects")
class EffectsTest extends LedgerTest {

    @SuppressWarnings("NullAway.Init")
    private Run run;

    @BeforeEach
    void beginRun() {
        run = ledger.run("01");
    }

    private long lines() {
        return ledger.jdbc().queryForList("SELECT id FROM effect").size();
    }

    @ParameterizedTest
    @EnumSource(EffectKind.class)
    void areCountedByKind(EffectKind kind) {
        ledger.effects()
                .add(
                        run.id(),
                        List.of(
                                new Effect(kind, 2, 11L, 102L, 41L, "ada"),
                                new Effect(kind, 3, null, 103L, null, "bob")));
        assertThat(ledger.effects().counts(run.id())).isEqualTo(Map.of(kind, 2L));
        assertThat(ledger.effects().counts(ledger.run("02").id())).isEmpty();
    }

    @Nested
    @DisplayName("that are intended before the call")
    class Intended {

        @Test
        void countOnlyOnceTheyAreConfirmed() {
            ledger.effects().intend(run.id(), EffectKind.COHORT_CREATED, List.of("A", "B"));
            assertThat(ledger.effects().counts(run.id())).isEmpty();
            ledger.effects().confirm(run.id(), EffectKind.COHORT_CREATED, "B", 42);
            assertThat(ledger.effects().counts(run.id())).isEqualTo(Map.of(EffectKind.COHORT_CREATED, 1L));
        }

        @Test
        void areNotedOnceHoweverOftenTheyAreIntended() {
            ledger.effects().intend(run.id(), EffectKind.COHORT_CREATED, List.of("A"));
            ledger.effects().intend(run.id(), EffectKind.COHORT_CREATED, List.of("A", "B"));
            assertThat(lines()).isEqualTo(2);
        }

        @Test
        void stayNotedWhereTheChunkIsRolledBack() {
            ledger.rolledBack(() -> ledger.effects().intend(run.id(), EffectKind.COHORT_CREATED, List.of("A")));
            assertThat(lines()).isEqualTo(1);
        }

        @Test
        void areGoneWhereTheSiteRefused() {
            ledger.effects().intend(run.id(), EffectKind.COHORT_CREATED, List.of("A", "B"));
            ledger.effects().withdraw(run.id(), EffectKind.COHORT_CREATED, "A");
            ledger.effects().confirm(run.id(), EffectKind.COHORT_CREATED, "A", 42);
            ledger.effects().confirm(run.id(), EffectKind.COHORT_CREATED, "B", 43);
            assertThat(ledger.effects().counts(run.id())).isEqualTo(Map.of(EffectKind.COHORT_CREATED, 1L));
        }

        @Test
        void areNotOursWhereTheyWereNeverIntended() {
            ledger.effects().confirm(run.id(), EffectKind.COHORT_CREATED, "THEIRS", 42);
            assertThat(ledger.effects().counts(run.id())).isEmpty();
        }
    }
}
