package org.rollcall.ledger;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The cohorts and courses that a run is about, and what became of the people in them. Works in the caller's transaction. */
@Repository
public class Places {

    private final JdbcTemplate jdbc;

    Places(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A cohort or course. What rows ask for that are rejected as a whole is not counted.
     *
     * @param name as the roster has it
     * @param made memberships that the run made, or changed
     * @param open those that are still to be made
     * @param already those that stood there before
     * @param failed those that could not be had, and leavers who could not be taken out
     * @param left leavers who were taken out or suspended, or are still to be
     */
    public record Place(MembershipKind kind, String name, long made, long open, long already, long failed, long left) {}

    /** The cohorts and courses of a run, those with failures first, then those where most was or is to be done. */
    public List<Place> of(long runId) {
        IdRange wishes = Memberships.idsOf(runId);
        IdRange leavers = StagedRows.idsOf(runId);
        return jdbc.query(
                """
                SELECT * FROM (
                SELECT kind, MIN(name) AS name,
                       COUNT(CASE WHEN state = 'DONE' THEN 1 END) AS made,
                       COUNT(CASE WHEN state IN ('PENDING', 'SENDING') THEN 1 END) AS to_make,
                       COUNT(CASE WHEN state IN ('PRESENT', 'REPEATED') THEN 1 END) AS already,
                       COUNT(CASE WHEN state = 'REJECTED' THEN 1 END) AS failed,
                       COUNT(CASE WHEN state = 'LEAVES' THEN 1 END) AS leaving
                FROM (SELECT w.kind, w.name_key, w.name, m.state
                      FROM membership m JOIN wish w ON w.wish_id = m.wish_id WHERE m.id BETWEEN ? AND ? AND %s
                      UNION ALL
                      SELECT l.kind, LOWER(l.name), l.name,
                             CASE WHEN l.state IN ('DONE', 'PENDING', 'SENDING') THEN 'LEAVES' ELSE l.state END
                      FROM leaver l WHERE l.id BETWEEN ? AND ? AND l.state NOT IN ('REPORTED', 'SKIPPED'))
                GROUP BY kind, name_key)
                ORDER BY failed DESC, made + to_make + leaving DESC, kind, name""".formatted(Memberships.OF_ROWS_NOT_REJECTED),
                (rs, n) -> new Place(
                        MembershipKind.valueOf(rs.getString("kind")),
                        rs.getString("name"),
                        rs.getLong("made"),
                        rs.getLong("to_make"),
                        rs.getLong("already"),
                        rs.getLong("failed"),
                        rs.getLong("leaving")),
                wishes.first(),
                wishes.last(),
                leavers.first(),
                leavers.last());
    }
}
