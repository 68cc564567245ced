package org.rollcall.progress.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.moodle.CompletionState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables of activities and of who did them. All works in the caller's transaction. */
@Repository
public class Activities {

    private final JdbcTemplate jdbc;

    Activities(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the activities of a course, in place of those that were noted before. */
    public void outline(long runId, long courseId, List<Activity> activities) {
        jdbc.update("DELETE FROM progress_activity WHERE run_id = ? AND course_id = ?", runId, courseId);
        List<Object[]> rows = new ArrayList<>();
        for (Activity activity : activities) {
            rows.add(new Object[] {runId, courseId, activity.id(), rows.size(), activity.module(), activity.name()});
        }
        jdbc.batchUpdate(
                "INSERT INTO progress_activity (run_id, course_id, cm_id, place, module, name) VALUES (?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** The activities of a course, in the order in which the site gives them. */
    public List<Activity> of(long runId, long courseId) {
        return jdbc.query(
                "SELECT * FROM progress_activity WHERE run_id = ? AND course_id = ? ORDER BY place",
                (row, number) -> new Activity(row.getLong("cm_id"), row.getString("module"), row.getString("name")),
                runId,
                courseId);
    }

    /** Notes what somebody did. */
    public void put(long personId, Collection<ActivityState> states) {
        jdbc.batchUpdate(
                """
                MERGE INTO progress_activity_state (person_id, cm_id, state, completed_at) KEY (person_id, cm_id)
                VALUES (?, ?, ?, ?)""",
                states.stream()
                        .map(state -> new Object[] {
                            personId, state.activityId(), state.state().name(), StoredTime.of(state.at())
                        })
                        .toList());
    }

    /** What people did, by the ledger's keys of them. */
    Map<Long, List<ActivityState>> done(List<Long> personIds) {
        Map<Long, List<ActivityState>> byPerson = new HashMap<>();
        jdbc.query(
                "SELECT * FROM progress_activity_state WHERE person_id = ANY(?)",
                row -> {
                    byPerson.computeIfAbsent(row.getLong("person_id"), same -> new ArrayList<>())
                            .add(new ActivityState(
                                    row.getLong("cm_id"),
                                    CompletionState.valueOf(row.getString("state")),
                                    StoredTime.read(row, "completed_at")));
                },
                (Object) personIds.toArray(Long[]::new));
        return byPerson;
    }
}
