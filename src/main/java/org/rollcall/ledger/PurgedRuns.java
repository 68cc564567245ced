package org.rollcall.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which runs have lost their personal data, and which may. What is taken out is the business of {@link PersonalData}. */
@Repository
public class PurgedRuns {

    private static final String ENDED = "r.state IN ('DONE', 'ABANDONED')";

    /** What an earlier run did is needed as long as somebody may still take it back. */
    private static final String TAKEN_BACK_SOON =
            "EXISTS (SELECT 1 FROM run w WHERE w.undoes = r.id AND w.state NOT IN ('DONE', 'ABANDONED'))";

    private final JdbcClient jdbc;
    private final Clock clock;

    PurgedRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The runs that ended before some time and whose personal data is in the ledger, the oldest first. Those come before
     * all others whose purge was broken off.
     */
    public List<RecordedRun> due(Instant before) {
        return jdbc.sql(RunHistory.RECORDED + "r.purge_open OR (r.purged_at IS NULL AND r.ended_at < ? AND " + ENDED
                        + " AND NOT " + TAKEN_BACK_SOON + ") ORDER BY r.purge_open DESC, r.id")
                .param(before.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> RunHistory.recorded(rs))
                .list();
    }

    /** The runs that began before some time and wait for something, so that they need what the ledger holds of them. */
    public List<RecordedRun> waiting(Instant before) {
        return jdbc.sql(RunHistory.RECORDED + "r.purged_at IS NULL AND r.started_at < ? AND (NOT " + ENDED + " OR "
                        + TAKEN_BACK_SOON + ") ORDER BY r.id")
                .param(before.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> RunHistory.recorded(rs))
                .list();
    }

    /** The runs that ended before some time and have lost their personal data. */
    public List<RecordedRun> purged(Instant before) {
        return jdbc.sql(RunHistory.RECORDED + "r.purged_at IS NOT NULL AND r.ended_at < ? ORDER BY r.id")
                .param(before.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> RunHistory.recorded(rs))
                .list();
    }

    /**
     * From here on the run counts as purged, whatever is left of its data: what is there in part must not be worked with.
     * Committed on its own.
     *
     * @param summary what it came to, without personal data; null where nothing was kept of it
     * @param file what was found out about its file, likewise
     */
    @Transactional
    public void begin(long runId, @Nullable String summary, @Nullable String file) {
        jdbc.sql("""
                        UPDATE run SET purge_open = TRUE, purged_at = COALESCE(purged_at, ?), summary = ?, file = ?,
                        header = '[]', approved_by = NVL2(approved_at, '', NULL), approval = NVL2(approved_at, '', NULL)
                        WHERE id = ?""")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(summary)
                .param(file)
                .param(runId)
                .update();
    }

    /** Nothing of its personal data is left. */
    @Transactional
    public void end(long runId) {
        jdbc.sql("UPDATE run SET purge_open = FALSE WHERE id = ?").param(runId).update();
    }
}
