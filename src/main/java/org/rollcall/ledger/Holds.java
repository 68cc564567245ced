package org.rollcall.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which thresholds the plan of a run passed, and who let it through. */
@Repository
public class Holds {

    private static final int LONGEST_NAME = 255;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Holds(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The plan of a run passed these; none where it passed none. In the caller's transaction. */
    public void found(long runId, Collection<Hold> holds) {
        jdbc.sql("UPDATE run SET holds = ? WHERE id = ?")
                .params(json.writeValueAsString(holds), runId)
                .update();
    }

    /** The thresholds that the plan of a run passed. */
    public List<Hold> of(long runId) {
        return jdbc.sql("SELECT holds FROM run WHERE id = ? AND holds IS NOT NULL")
                .param(runId)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, new TypeReference<List<Hold>>() {}))
                .orElseGet(List::of);
    }

    /** Lets a held plan be carried out, in a transaction of its own. */
    @Transactional
    public void approve(long runId, String by, String reason) {
        jdbc.sql("UPDATE run SET approved_by = ?, approved_at = ?, approval = ? WHERE id = ?")
                .params(
                        by.substring(0, Math.min(by.length(), LONGEST_NAME)),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        reason,
                        runId)
                .update();
    }

    /** Who let the plan of a run through, where somebody had to. */
    public Optional<Approval> approval(long runId) {
        return jdbc.sql("SELECT * FROM run WHERE id = ? AND approved_at IS NOT NULL")
                .param(runId)
                .query((rs, n) -> new Approval(
                        rs.getString("approved_by"),
                        rs.getObject("approved_at", OffsetDateTime.class).toInstant(),
                        rs.getString("approval")))
                .optional();
    }
}
