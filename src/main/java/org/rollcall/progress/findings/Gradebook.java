package org.rollcall.progress.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.IdRange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The tables of what there are grades for and of who has which. All works in the caller's transaction. */
@Repository
public class Gradebook {

    private final JdbcTemplate jdbc;

    Gradebook(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Forgets all grades of a course. */
    public void clear(long runId, long courseId) {
        IdRange people = Reports.people(runId);
        jdbc.update("DELETE FROM progress_item WHERE run_id = ? AND course_id = ?", runId, courseId);
        jdbc.update(
                "DELETE FROM progress_grade WHERE person_id BETWEEN ? AND ? AND course_id = ?",
                people.first(),
                people.last(),
                courseId);
    }

    /** Notes what a course gives grades for, behind what is noted of it already. */
    public void outline(long runId, long courseId, Collection<Item> items) {
        Set<String> known = new HashSet<>(jdbc.queryForList(
                "SELECT item FROM progress_item WHERE run_id = ? AND course_id = ?", String.class, runId, courseId));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Item item : items) {
            if (known.add(item.key())) {
                rows.add(new @Nullable Object[] {
                    runId,
                    courseId,
                    item.key(),
                    known.size(),
                    item.name(),
                    item.kind(),
                    item.activityId(),
                    item.highest()
                });
            }
        }
        jdbc.batchUpdate("""
                INSERT INTO progress_item (run_id, course_id, item, place, name, kind, cm_id, highest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    /** What a course gives grades for, the course as a whole last. */
    public List<Item> of(long runId, long courseId) {
        return jdbc.query(
                "SELECT * FROM progress_item WHERE run_id = ? AND course_id = ? ORDER BY (item = 'course'), place",
                (row, number) -> new Item(
                        row.getString("item"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getObject("cm_id", Long.class),
                        row.getObject("highest", Double.class)),
                runId,
                courseId);
    }

    /** Notes somebody's grades in a course. */
    public void put(long personId, long courseId, Collection<ItemGrade> grades) {
        jdbc.batchUpdate(
                """
                MERGE INTO progress_grade (person_id, course_id, item, grade, shown, highest, hidden, graded_at)
                KEY (person_id, course_id, item) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                grades.stream()
                        .map(grade -> new @Nullable Object[] {
                            personId,
                            courseId,
                            grade.item(),
                            grade.grade(),
                            grade.shown(),
                            grade.highest(),
                            grade.hidden(),
                            StoredTime.of(grade.at())
                        })
                        .toList());
    }

    /** The grades of people, by the ledger's keys of them and the site's of courses. */
    public Map<Long, Map<Long, List<ItemGrade>>> grades(List<Long> personIds) {
        Map<Long, Map<Long, List<ItemGrade>>> byPerson = new HashMap<>();
        jdbc.query(
                "SELECT * FROM progress_grade WHERE person_id = ANY(?)",
                row -> {
                    byPerson.computeIfAbsent(row.getLong("person_id"), same -> new HashMap<>())
                            .computeIfAbsent(row.getLong("course_id"), same -> new ArrayList<>())
                            .add(new ItemGrade(
                                    row.getString("item"),
                                    row.getObject("grade", Double.class),
                                    row.getString("shown"),
                                    row.getObject("highest", Double.class),
                                    row.getBoolean("hidden"),
                                    StoredTime.read(row, "graded_at")));
                },
                (Object) personIds.toArray(Long[]::new));
        return byPerson;
    }
}
