package org.rollcall.progress.findings;

import java.util.List;
import org.rollcall.ledger.IdRange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The table of reports, with what has to be said at the top of each. */
@Repository
public class Reports {

    private static final List<String> FOUND_BY_PERSON =
            List.of("progress_grade", "progress_activity_state", "progress_standing");

    private static final List<String> FOUND_BY_COURSE =
            List.of("progress_item", "progress_activity", "progress_course", "progress_note");

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    Reports(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All keys that people of a run can have. */
    static IdRange people(long runId) {
        return new IdRange(runId << 32, (runId << 32) + Integer.MAX_VALUE);
    }

    /** Begins the report of a run, unless an earlier attempt did. */
    @Transactional
    public void begin(long runId, SiteQuestion question) {
        if (jdbc.queryForList("SELECT run_id FROM progress_report WHERE run_id = ?", Long.class, runId)
                .isEmpty()) {
            jdbc.update(
                    "INSERT INTO progress_report (run_id, question) VALUES (?, ?)",
                    runId,
                    json.writeValueAsString(question));
        }
    }

    /** What the report of a run is to answer. */
    public SiteQuestion question(long runId) {
        String question =
                jdbc.queryForObject("SELECT question FROM progress_report WHERE run_id = ?", String.class, runId);
        return json.readValue(question, SiteQuestion.class);
    }

    /** Adds a sentence to what a reader has to know, once, in a transaction of its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void note(long runId, String sentence) {
        if (jdbc.queryForList(
                        "SELECT run_id FROM progress_note WHERE run_id = ? AND sentence = ?",
                        Long.class,
                        runId,
                        sentence)
                .isEmpty()) {
            jdbc.update("INSERT INTO progress_note (run_id, sentence) VALUES (?, ?)", runId, sentence);
        }
    }

    /** What a reader has to know, by the alphabet. */
    public List<String> notes(long runId) {
        return jdbc.queryForList(
                "SELECT sentence FROM progress_note WHERE run_id = ? ORDER BY sentence", String.class, runId);
    }

    /** Forgets all that the report was made of. Works in the caller's transaction. */
    public void end(long runId) {
        IdRange people = people(runId);
        for (String table : FOUND_BY_PERSON) {
            jdbc.update(
                    "DELETE FROM %s WHERE person_id BETWEEN ? AND ?".formatted(table), people.first(), people.last());
        }
        jdbc.update("DELETE FROM progress_person WHERE id BETWEEN ? AND ?", people.first(), people.last());
        FOUND_BY_COURSE.forEach(table -> jdbc.update("DELETE FROM %s WHERE run_id = ?".formatted(table), runId));
    }
}
