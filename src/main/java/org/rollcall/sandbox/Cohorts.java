package org.rollcall.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cohorts, their members, and the course categories that they may belong to. */
final class Cohorts {
    private final JdbcClient jdbc;
    private final Insert insert = new Insert("cohort", Map.of("name", 254, "idnumber", 100));

    Cohorts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Cohort> all() {
        return jdbc.sql("SELECT * FROM mdl_cohort ORDER BY id")
                .query(Cohort::read)
                .list();
    }

    @Nullable
    Cohort byId(long id) {
        return jdbc.sql("SELECT * FROM mdl_cohort WHERE id = ?")
                .param(id)
                .query(Cohort::read)
                .optional()
                .orElse(null);
    }

    /** @throws MoodleFault if there is no such cohort */
    Cohort require(long id) {
        Cohort cohort = byId(id);
        if (cohort == null) {
            throw MoodleFault.missingRecord("cohort", "id", id);
        }
        return cohort;
    }

    /** The first cohort that the database takes for this idnumber, whatever its case. */
    @Nullable
    Cohort byIdnumber(String idnumber) {
        return jdbc.sql("SELECT * FROM mdl_cohort WHERE idnumber_key = ? ORDER BY id LIMIT 1")
                .param(Collation.key(idnumber))
                .query(Cohort::read)
                .optional()
                .orElse(null);
    }

    /**
     * Makes a cohort; a category of null stands for the whole site.
     *
     * @throws MoodleFault if name or idnumber are too long
     */
    Cohort insert(
            @Nullable Long categoryId, String name, String idnumber, String description, boolean visible, long now) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("name", name);
        columns.put("idnumber", idnumber);
        Map<String, Object> reported = new LinkedHashMap<>(columns);
        reported.put("descriptionformat", 1);
        // In Moodle's order for a call that leaves out description and visible. The sandbox has no contexts but the
        // site's; a category's id stands for that of its context.
        reported.put("contextid", categoryId == null ? CohortScope.SITE_CONTEXT : categoryId);
        reported.put("description", description);
        reported.put("visible", visible ? 1 : 0);
        reported.put("component", "");
        reported.put("theme", "");
        reported.put("timecreated", now);
        reported.put("timemodified", now);
        insert.refuseTooLong(reported);
        columns.put("description", description);
        columns.put("descriptionformat", 1);
        columns.put("visible", visible ? 1 : 0);
        columns.put("idnumber_key", Collation.key(idnumber));
        if (categoryId != null) {
            columns.put("categoryid", categoryId);
        }
        return new Cohort(Insert.into("mdl_cohort", columns, jdbc), categoryId, name, idnumber, description, visible);
    }

    boolean isMember(long cohortId, long userId) {
        return jdbc.sql("SELECT COUNT(*) FROM mdl_cohort_members WHERE cohortid = ? AND userid = ?")
                        .params(cohortId, userId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void addMember(long cohortId, long userId) {
        jdbc.sql("INSERT INTO mdl_cohort_members (cohortid, userid) VALUES (?, ?)")
                .params(cohortId, userId)
                .update();
    }

    void removeMember(long cohortId, long userId) {
        jdbc.sql("DELETE FROM mdl_cohort_members WHERE cohortid = ? AND userid = ?")
                .params(cohortId, userId)
                .update();
    }

    /** Deletes a cohort and its memberships. */
    void delete(long id) {
        jdbc.sql("DELETE FROM mdl_cohort_members WHERE cohortid = ?").param(id).update();
        jdbc.sql("DELETE FROM mdl_cohort WHERE id = ?").param(id).update();
    }

    /** The members' ids, ordered by last and first name as Moodle does. */
    List<Long> members(long cohortId) {
        return jdbc.sql("SELECT u.id FROM mdl_cohort_members m JOIN mdl_user u ON u.id = m.userid"
                        + " WHERE m.cohortid = ? ORDER BY u.name_key, u.id")
                .param(cohortId)
                .query(Long.class)
                .list();
    }

    /** The id of the category with this id or idnumber, compared as MariaDB does; null if there is none. */
    @Nullable
    Long categoryId(String type, String value) {
        boolean byId = type.equals("id");
        return jdbc.sql("SELECT id FROM mdl_course_categories WHERE " + (byId ? "id" : "idnumber_key")
                        + " = ? ORDER BY id LIMIT 1")
                .param(byId ? PhpNumber.id(value) : Collation.key(value))
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
