package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    @DisplayName("on an enrolment")
    class OnAnEnrolment {

        private final EnrolmentTerms first =
                new EnrolmentTerms(5, Instant.parse("2026-09-01T00:00:00Z"), null, true, null, 30);
        private final EnrolmentTerms second = new EnrolmentTerms(5, null, null, null, null, null);

        private void enrolled(Run of, EffectKind kind, long account, long course, @Nullable EnrolmentTerms after) {
            StandingEnrolment before = new StandingEnrolment(4L, true, null);
            ledger.effects().add(of.id(), List.of(new Effect(kind, 2, 11L, account, course, "ENG101", before, after)));
        }

        private Optional<EnrolmentTerms> last() {
            return ledger.effects().lastEnrolment(run.id(), 7, 102);
        }

        @Test
        void tellWhatItWasSetToLastByWhateverRunOnTheSite() {
            assertThat(last()).isEmpty();
            enrolled(ledger.run("02"), EffectKind.ENROLLED, 102, 7, first);
            assertThat(last()).hasValue(first);
            enrolled(run, EffectKind.ENROLMENT_CHANGED, 102, 7, second);
            assertThat(last()).hasValue(second);
        }

        @Test
        void tellNothingOfOtherPeopleCoursesOrCohorts() {
            enrolled(run, EffectKind.ENROLLED, 103, 7, first);
            enrolled(run, EffectKind.ENROLLED, 102, 8, first);
            enrolled(run, EffectKind.COHORT_MEMBER_ADDED, 102, 7, first);
            assertThat(last()).isEmpty();
        }

        @Test
        void tellNothingWhereAnEarlierVersionKeptNothing() {
            enrolled(run, EffectKind.ENROLLED, 102, 7, null);
            assertThat(last()).isEmpty();
        }

        @Test
        void tellNothingOfAnotherSite() {
            Run elsewhere = ledger.runs()
                    .resumeOrBegin(new NewRun(
                            "roster.csv",
                            Ledger.SHA256,
                            Ledger.MAPPING,
                            "https://elsewhere.example.edu",
                            "provision",
                            Ledger.HEADER,
                            Ledger.FILE,
                            List.of()));
            enrolled(elsewhere, EffectKind.ENROLLED, 102, 7, first);
            assertThat(last()).isEmpty();
        }

        @Test
        void keepWhatStoodThereBefore() {
            enrolled(run, EffectKind.ENROLMENT_CHANGED, 102, 7, second);
            assertThat(ledger.jdbc().queryForList("SELECT before_json, after_json FROM effect"))
                    .singleElement()
                    .satisfies(effect -> assertThat(effect)
                            .containsEntry("BEFORE_JSON", "{\"roleId\":4,\"suspended\":true}")
                            .containsEntry("AFTER_JSON", "{\"roleId\":5}"));
        }
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
