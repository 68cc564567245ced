package org.rollcall.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The runs that take back what earlier runs did. */
@Repository
public class UndoRuns {

    /** The mode of such a run. */
    public static final String MODE = "undo";

    private final JdbcClient jdbc;
    private final Runs runs;

    UndoRuns(JdbcClient jdbc, Runs runs) {
        this.jdbc = jdbc;
        this.runs = runs;
    }

    /** A run, how far it has come, and whether its personal data is out of the ledger. */
    public record Known(Run run, RunState state, boolean isPurged) {

        /** Whether it takes an earlier run back. */
        public boolean isUndo() {
            return run.key().mode().equals(MODE);
        }
    }

    /** The run of this name, whatever it is for. */
    public Optional<Known> find(String name) {
        return jdbc.sql("SELECT * FROM run WHERE name = ?")
                .param(name)
                .query((rs, n) -> known(rs))
                .optional();
    }

    /** The newest run that is to take this one back and is planned, or is being carried out. */
    public Optional<Known> waiting(long undone) {
        return jdbc.sql(
                        "SELECT * FROM run WHERE undoes = ? AND state IN (?, ?) ORDER BY id DESC FETCH FIRST 1 ROW ONLY")
                .params(undone, RunState.PLANNED.name(), RunState.APPLYING.name())
                .query((rs, n) -> known(rs))
                .optional();
    }

    private static Known known(ResultSet rs) throws SQLException {
        return new Known(Runs.run(rs), RunState.valueOf(rs.getString("state")), rs.getObject("purged_at") != null);
    }

    /** Begins the run that takes another one back, or takes it up; plans of the same that wait are given up. */
    @Transactional
    public Run begin(NewRun wanted, long undone) {
        List<Long> waiting = jdbc.sql("SELECT id FROM run WHERE undoes = ? AND state = ?")
                .params(undone, RunState.PLANNED.name())
                .query(Long.class)
                .list();
        for (long run : waiting) {
            jdbc.sql("DELETE FROM undo_item WHERE run_id = ?").param(run).update();
            runs.abandon(run);
        }
        Run run = runs.resumeOrBegin(wanted);
        jdbc.sql("UPDATE run SET undoes = ? WHERE id = ?")
                .params(undone, run.id())
                .update();
        return run;
    }

    /** The run that this one takes back. */
    public Run undoneBy(long runId) {
        return jdbc.sql("SELECT * FROM run WHERE id = (SELECT u.undoes FROM run u WHERE u.id = ?)")
                .param(runId)
                .query((rs, n) -> Runs.run(rs))
                .single();
    }

    /** Ends a run with its plan. Works in the caller's transaction. */
    public void planned(long runId) {
        jdbc.sql("UPDATE run SET state = ? WHERE id = ?")
                .params(RunState.PLANNED.name(), runId)
                .update();
    }
}
