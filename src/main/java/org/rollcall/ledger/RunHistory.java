package org.rollcall.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What runs came to, as their summaries told it. Unless a method says otherwise it works in the caller's transaction. */
@Repository
public class RunHistory {

    private final JdbcClient jdbc;

    RunHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run of the past.
     *
     * @param name what people call it
     * @param summary what it came to, as in its {@code summary.json}
     */
    public record PastRun(String name, Instant startedAt, RunState state, String summary) {}

    /** Keeps what a run came to, in place of what was kept of it before. */
    public void keep(long runId, String summary) {
        jdbc.sql("UPDATE run SET summary = ? WHERE id = ?")
                .params(summary, runId)
                .update();
    }

    /**
     * The last runs of rosters of the same name for the same site in the same mode, up to this one, the oldest first; only
     * those of which something was kept.
     *
     * @param most how many at most
     */
    public List<PastRun> upTo(Run run, int most) {
        List<PastRun> runs = new ArrayList<>(jdbc.sql("""
                        SELECT name, started_at, state, summary FROM run
                        WHERE site = ? AND roster_name = ? AND mode = ? AND summary IS NOT NULL AND id <= ?
                        ORDER BY id DESC FETCH FIRST ? ROWS ONLY""")
                .params(run.key().site(), run.rosterName(), run.key().mode(), run.id(), most)
                .query((rs, n) -> new PastRun(
                        rs.getString("name"),
                        rs.getObject("started_at", OffsetDateTime.class)
                                .atZoneSameInstant(ZoneOffset.UTC)
                                .toInstant(),
                        RunState.valueOf(rs.getString("state")),
                        rs.getString("summary")))
                .list());
        Collections.reverse(runs);
        return runs;
    }
}
