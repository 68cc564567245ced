package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What runs came to, as their summaries told it. Unless a method says otherwise it works in the caller's transaction. */
@Repository
public class RunHistory {

    static final String RECORDED =
            "SELECT r.*, u.name AS undoes_name FROM run r LEFT JOIN run u ON u.id = r.undoes WHERE ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RunHistory(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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

    /**
     * The newest runs, the last one first.
     *
     * @param roster of rosters of this file name alone; null for any
     * @param site for this site alone; null for any
     * @param most how many at most
     */
    public List<RecordedRun> newest(@Nullable String roster, @Nullable String site, int most) {
        return jdbc.sql(RECORDED + """
                        (CAST(:roster AS VARCHAR) IS NULL OR LOWER(r.roster_name) = LOWER(:roster))
                        AND (CAST(:site AS VARCHAR) IS NULL OR LOWER(r.site) = LOWER(:site))
                        ORDER BY r.id DESC FETCH FIRST :most ROWS ONLY""")
                .param("roster", roster)
                .param("site", site)
                .param("most", most)
                .query((rs, n) -> recorded(rs))
                .list();
    }

    /** The run of this name. */
    public Optional<RecordedRun> find(String name) {
        return jdbc.sql(RECORDED + "r.name = ?")
                .param(name)
                .query((rs, n) -> recorded(rs))
                .optional();
    }

    /** The newest run that has taken this one back to its end. */
    public Optional<String> takenBackBy(long runId) {
        return jdbc.sql("SELECT name FROM run WHERE undoes = ? AND state = ? ORDER BY id DESC FETCH FIRST 1 ROW ONLY")
                .params(runId, RunState.DONE.name())
                .query(String.class)
                .optional();
    }

    /** How many rows the roster of a run had. Of a run that was purged only its summary tells. */
    public long rows(long runId) {
        IdRange all = StagedRows.idsOf(runId);
        return jdbc.sql("SELECT summary FROM run WHERE id = ? AND purged_at IS NOT NULL AND summary IS NOT NULL")
                .param(runId)
                .query(String.class)
                .optional()
                .map(summary -> json.readTree(summary).at("/rows/read").asLong())
                .orElseGet(() -> jdbc.sql("SELECT COUNT(*) FROM roster_row WHERE id BETWEEN ? AND ?")
                        .params(all.first(), all.last())
                        .query(Long.class)
                        .single());
    }

    static RecordedRun recorded(ResultSet rs) throws SQLException {
        return new RecordedRun(
                Runs.run(rs),
                RunState.valueOf(rs.getString("state")),
                instant(rs, "ended_at"),
                rs.getString("undoes_name"),
                rs.getString("summary"),
                instant(rs, "purged_at"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
