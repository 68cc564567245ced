package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rollcall.roster.file.FileDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of runs. */
@Repository
public class Runs {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Problems problems;
    private final Clock clock;

    Runs(JdbcClient jdbc, JsonMapper json, Problems problems, Clock clock) {
        this.problems = problems;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Finds the unfinished run of this roster, or begins a new one.
     *
     * @param wanted what the run is begun with, and told by
     * @return the run; {@link Run#resumed()} tells which of the two it is
     */
    @Transactional
    public Run resumeOrBegin(NewRun wanted) {
        return unfinished(wanted).orElseGet(() -> {
            int last = jdbc.sql("""
                            SELECT COALESCE(MAX(counter), 0) FROM run
                            WHERE roster_sha256 = ? AND mapping_hash = ? AND site = ? AND mode = ?""")
                    .params(wanted.rosterSha256(), wanted.mappingHash(), wanted.site(), wanted.mode())
                    .query(Integer.class)
                    .single();
            Run run = begin(wanted, last + 1);
            problems.add(run.id(), wanted.warnings());
            return run;
        });
    }

    private Run begin(NewRun wanted, int counter) {
        Instant now = clock.instant();
        String name = nextName(LocalDate.ofInstant(now, ZoneOffset.UTC));
        RunKey key = new RunKey(wanted.rosterSha256(), wanted.mappingHash(), wanted.site(), wanted.mode(), counter);
        jdbc.sql("""
                        INSERT INTO run (name, roster_name, roster_sha256, mapping_hash, site, mode, counter, state, started_at, header, file)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        name,
                        wanted.rosterName(),
                        key.rosterSha256(),
                        key.mappingHash(),
                        key.site(),
                        key.mode(),
                        counter)
                .param(RunState.UNFINISHED.name())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(json.writeValueAsString(wanted.header()))
                .param(json.writeValueAsString(wanted.file()))
                .update();
        long id = jdbc.sql("SELECT id FROM run WHERE name = ?")
                .param(name)
                .query(Long.class)
                .single();
        return new Run(id, name, wanted.rosterName(), key, now, false);
    }

    private String nextName(LocalDate day) {
        int last = jdbc.sql("SELECT COALESCE(MAX(CAST(SUBSTRING(name FROM 12) AS INT)), 0) FROM run WHERE name LIKE ?")
                .param(day + "-%")
                .query(Integer.class)
                .single();
        return "%s-%04d".formatted(day, last + 1);
    }

    private Optional<Run> unfinished(NewRun wanted) {
        return jdbc.sql("""
                        SELECT * FROM run
                        WHERE roster_sha256 = ? AND mapping_hash = ? AND site = ? AND mode = ? AND state = ?
                        ORDER BY counter DESC FETCH FIRST 1 ROW ONLY""")
                .params(
                        wanted.rosterSha256(),
                        wanted.mappingHash(),
                        wanted.site(),
                        wanted.mode(),
                        RunState.UNFINISHED.name())
                .query((rs, n) -> run(rs))
                .optional();
    }

    /** The run with this key of the ledger's. */
    public Run find(long runId) {
        return jdbc.sql("SELECT * FROM run WHERE id = ?")
                .param(runId)
                .query((rs, n) -> run(rs))
                .single();
    }

    /** How far a run has come. */
    public RunState state(long runId) {
        return jdbc.sql("SELECT state FROM run WHERE id = ?")
                .param(runId)
                .query((rs, n) -> RunState.valueOf(rs.getString(1)))
                .single();
    }

    static Run run(ResultSet rs) throws SQLException {
        return new Run(
                rs.getLong("id"),
                rs.getString("name"),
                rs.getString("roster_name"),
                new RunKey(
                        rs.getString("roster_sha256"),
                        rs.getString("mapping_hash"),
                        rs.getString("site"),
                        rs.getString("mode"),
                        rs.getInt("counter")),
                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                true);
    }

    /** The last run that came to its end, before this one, of a roster of the same name for the same site. */
    public Optional<Long> lastCompleted(Run run) {
        return jdbc.sql("""
                        SELECT id FROM run WHERE site = ? AND roster_name = ? AND state = ? AND id < ?
                        AND mode IN ('provision', 'plan') ORDER BY id DESC FETCH FIRST 1 ROW ONLY""")
                .params(run.key().site(), run.rosterName(), RunState.DONE.name(), run.id())
                .query(Long.class)
                .optional();
    }

    /** The roster's header, as it came. */
    public List<String> header(long runId) {
        String names = jdbc.sql("SELECT header FROM run WHERE id = ?")
                .param(runId)
                .query(String.class)
                .single();
        return json.readValue(names, new TypeReference<>() {});
    }

    /** What was found out about the roster's file; empty for a run that an earlier version of the program began. */
    public Optional<FileDetails> file(long runId) {
        return jdbc.sql("SELECT file FROM run WHERE id = ? AND file IS NOT NULL")
                .param(runId)
                .query(String.class)
                .optional()
                .map(details -> json.readValue(details, FileDetails.class));
    }

    /** Marks the run as complete: the same roster then begins a new one. */
    public void complete(long runId) {
        jdbc.sql("UPDATE run SET state = ?, ended_at = ? WHERE id = ?")
                .params(RunState.DONE.name(), clock.instant().atOffset(ZoneOffset.UTC), runId)
                .update();
    }

    /**
     * Gives up a run that sent nothing to the site, and takes what was staged for it out of the ledger. The run itself
     * stays, so that its name and its counter are never given again: they are the key to its job state.
     */
    @Transactional
    public void abandon(long runId) {
        jdbc.sql("UPDATE run SET state = ?, ended_at = ? WHERE id = ?")
                .params(RunState.ABANDONED.name(), clock.instant().atOffset(ZoneOffset.UTC), runId)
                .update();
        jdbc.sql("DELETE FROM problem WHERE run_id = ?").param(runId).update();
        IdRange memberships = Memberships.idsOf(runId);
        delete("membership", "id", memberships);
        IdRange rows = StagedRows.idsOf(runId);
        delete("wish", "wish_id", rows);
        delete("account_change", "row_id", rows);
        delete("leaver", "id", rows);
        jdbc.sql("DELETE FROM leaver_scope WHERE run_id = ?").param(runId).update();
        delete("row_password", "row_id", rows);
        delete("row_content", "row_id", rows);
        delete("roster_row", "id", rows);
    }

    private void delete(String table, String key, IdRange range) {
        jdbc.sql("DELETE FROM %s WHERE %s BETWEEN ? AND ?".formatted(table, key))
                .params(range.first(), range.last())
                .update();
    }
}
