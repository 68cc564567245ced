package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of the runs that ended long ago")
class PurgedRunsTest extends LedgerTest {

    private static final Instant BEFORE = Instant.parse("2026-11-21T09:00:00Z");

    private Run done;
    private Run interrupted;

    @BeforeEach
    void setUp() {
        done = ledger.run("aa");
        ledger.runs().complete(done.id());
        interrupted = ledger.run("bb");
        ledger.clock.set("2026-11-21T10:00:00Z");
        ledger.runs().complete(ledger.run("cc").id());
    }

    private static List<String> names(List<RecordedRun> runs) {
        return runs.stream().map(RecordedRun::name).toList();
    }

    @Test
    @DisplayName("those are due that came to their end, and the others are left")
    void due() {
        assertThat(names(ledger.purgedRuns().due(BEFORE))).containsExactly(done.name());
        assertThat(names(ledger.purgedRuns().waiting(BEFORE))).containsExactly(interrupted.name());
        assertThat(ledger.purgedRuns().purged(BEFORE)).isEmpty();
    }

    @Test
    @DisplayName("one is left as long as another run is about to take it back")
    void takenBackSoon() {
        ledger.jdbc().update("UPDATE run SET undoes = ? WHERE id = ?", done.id(), interrupted.id());
        assertThat(ledger.purgedRuns().due(BEFORE)).isEmpty();
        assertThat(names(ledger.purgedRuns().waiting(BEFORE))).containsExactly(done.name(), interrupted.name());
        ledger.runs().complete(interrupted.id());
        assertThat(names(ledger.purgedRuns().due(BEFORE))).containsExactly(done.name());
    }

    @Test
    @DisplayName("none is due twice, unless its purge was broken off")
    void twice() {
        ledger.purgedRuns().begin(done.id(), "{}", null);
        assertThat(names(ledger.purgedRuns().due(BEFORE))).containsExactly(done.name());
        assertThat(names(ledger.purgedRuns().due(Instant.EPOCH))).containsExactly(done.name());
        ledger.purgedRuns().end(done.id());
        assertThat(ledger.purgedRuns().due(BEFORE)).isEmpty();
        assertThat(names(ledger.purgedRuns().purged(BEFORE))).containsExactly(done.name());
    }

    @Test
    @DisplayName("one that is purged keeps its name, its times and its figures")
    void keeps() {
        Instant began = ledger.clock.instant();
        ledger.purgedRuns().begin(done.id(), "{\"rows\":{\"read\":12}}", "{}");
        RecordedRun purged = ledger.history().find(done.name()).orElseThrow();
        assertThat(purged.purgedAt()).isEqualTo(began);
        assertThat(purged.run().startedAt()).isEqualTo(done.startedAt());
        assertThat(purged.state()).isEqualTo(RunState.DONE);
        assertThat(ledger.history().rows(done.id())).isEqualTo(12);
        assertThat(ledger.runs().header(done.id())).isEmpty();
    }
}
