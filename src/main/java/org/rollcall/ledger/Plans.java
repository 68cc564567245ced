package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The runs that end with their plan, and what became of it. Unless a method says otherwise it works in the caller's transaction. */
@Repository
public class Plans {

    /** The mode of a run that ends with its plan. */
    public static final String MODE = "plan";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Runs runs;
    private final Clock clock;

    Plans(JdbcClient jdbc, JsonMapper json, Runs runs, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Ends a run with its plan.
     *
     * @param state {@code PLANNED} or {@code HELD}
     */
    public void made(RunState state, long runId, Map<PlanAction, Long> counts, Map<String, String> settings) {
        jdbc.sql("UPDATE run SET state = ?, plan = ?, plan_settings = ?, planned_at = ? WHERE id = ?")
                .params(
                        state.name(),
                        json.writeValueAsString(counts),
                        json.writeValueAsString(settings),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        runId)
                .update();
    }

    /**
     * Gives up the plans for a site that were made of a file of this name and not applied: a newer one takes their place.
     * A plan to take back what came of such a file is none of them.
     */
    @Transactional
    public void supersede(Run newer) {
        jdbc.sql("SELECT id FROM run WHERE site = ? AND roster_name = ? AND state IN (?, ?) AND id <> ?"
                        + " AND undoes IS NULL")
                .params(
                        newer.key().site(),
                        newer.rosterName(),
                        RunState.PLANNED.name(),
                        RunState.HELD.name(),
                        newer.id())
                .query(Long.class)
                .list()
                .forEach(runs::abandon);
    }

    /** Lets a plan be carried out, in a transaction of its own. */
    @Transactional
    public void release(long runId) {
        jdbc.sql("UPDATE run SET state = ? WHERE id = ?")
                .params(RunState.APPLYING.name(), runId)
                .update();
    }

    /** Whether the plan of a run is being carried out. */
    public boolean isReleased(long runId) {
        return jdbc.sql("SELECT state = ? FROM run WHERE id = ?")
                .params(RunState.APPLYING.name(), runId)
                .query(Boolean.class)
                .single();
    }

    /**
     * The plan of this name, such as {@code 2026-11-21-0007}, whatever became of it. A run for which none was asked has
     * one where it was held.
     */
    public Optional<Plan> find(String name) {
        return jdbc.sql("SELECT * FROM run WHERE (mode = ? OR plan IS NOT NULL) AND name = ?")
                .params(MODE, name)
                .query((rs, n) -> plan(rs))
                .optional();
    }

    /** The names of the plans that wait to be applied, or whose applying was interrupted, the newest first. */
    public List<String> waiting() {
        return jdbc.sql("SELECT name FROM run WHERE state IN (?, ?, ?) ORDER BY id DESC")
                .params(RunState.PLANNED.name(), RunState.HELD.name(), RunState.APPLYING.name())
                .query(String.class)
                .list();
    }

    private Plan plan(ResultSet rs) throws SQLException {
        return new Plan(
                Runs.run(rs),
                RunState.valueOf(rs.getString("state")),
                read(rs.getString("plan"), new TypeReference<>() {}),
                read(rs.getString("plan_settings"), new TypeReference<>() {}));
    }

    private <K, V> Map<K, V> read(@Nullable String map, TypeReference<Map<K, V>> type) {
        return map == null ? Map.of() : json.readValue(map, type);
    }
}
