package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.moodle.CallCount;

@DisplayName("Counts of calls")
class CallCountsTest extends LedgerTest {

    @Test
    void addUpOverTheAttemptsOfARun() {
        Run run = ledger.run("01");
        Run other = ledger.run("02");
        ledger.callCounts().add(run.id(), Map.of("core_user_create_users", new CallCount(3, 150, 1, 1000)));
        ledger.callCounts().add(other.id(), Map.of("core_user_create_users", new CallCount(100, 1, 0, 1)));
        ledger.callCounts()
                .add(
                        run.id(),
                        Map.of(
                                "core_user_create_users", new CallCount(2, 60, 0, 500),
                                "core_cohort_get_cohorts", new CallCount(1, 1, 0, 10)));

        assertThat(ledger.callCounts().ofRun(run.id()))
                .isEqualTo(Map.of("core_cohort_get_cohorts", 1L, "core_user_create_users", 5L))
                .satisfies(calls -> assertThat(calls.keySet())
                        .containsExactly("core_cohort_get_cohorts", "core_user_create_users"));
        assertThat(ledger.jdbc()
                        .queryForMap(
                                "SELECT items, failures, nanos FROM call_count WHERE run_id = ? AND function = ?",
                                run.id(),
                                "core_user_create_users"))
                .isEqualTo(Map.of("ITEMS", 210L, "FAILURES", 1L, "NANOS", 1500L));
    }

    @Test
    void areNoneForARunThatSentNothing() {
        assertThat(ledger.callCounts().ofRun(ledger.run("01").id())).isEmpty();
    }
}
