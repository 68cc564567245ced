package org.rollcall.ledger;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the table of runs tells of a roster by its bytes: which runs it had, and how far they came. */
@Repository
public class RosterHistory {

    private final JdbcClient jdbc;

    RosterHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The name of the last run that came to its end, before this one, of the very same file for the same site. */
    public Optional<String> lastOfSameFile(Run run) {
        return jdbc.sql("""
                        SELECT name FROM run WHERE roster_sha256 = ? AND site = ? AND state = ? AND id < ?
                        AND mode IN ('provision', 'plan') ORDER BY id DESC FETCH FIRST 1 ROW ONLY""")
                .params(run.key().rosterSha256(), run.key().site(), RunState.DONE.name(), run.id())
                .query(String.class)
                .optional();
    }

    /** The run of this name, if it is one of this roster. */
    public Optional<Run> find(String name, String rosterSha256) {
        return jdbc.sql("SELECT * FROM run WHERE name = ? AND roster_sha256 = ?")
                .params(name, rosterSha256)
                .query((rs, n) -> Runs.run(rs))
                .optional();
    }

    /** The rosters, by their SHA-256, whose runs were interrupted. */
    public Set<String> unfinishedRosters() {
        return new HashSet<>(
                jdbc.sql("SELECT DISTINCT roster_sha256 FROM run WHERE state = ? AND mode IN ('provision', 'plan')")
                        .param(RunState.UNFINISHED.name())
                        .query(String.class)
                        .list());
    }
}
