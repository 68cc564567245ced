package org.rollcall.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The groups of courses and their members. */
final class Groups {
    private static final int SEEN_BY_NONE = 3;

    private final JdbcClient jdbc;
    private final Insert insert = new Insert("groups", Map.of("name", 254, "enrolmentkey", 50, "idnumber", 100));

    Groups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    Group byId(long id) {
        return jdbc.sql("SELECT * FROM mdl_groups WHERE id = ?")
                .param(id)
                .query(Group::read)
                .optional()
                .orElse(null);
    }

    /** A course's groups by name. */
    List<Group> ofCourse(long courseId) {
        return jdbc.sql("SELECT * FROM mdl_groups WHERE courseid = ? ORDER BY name_key, id")
                .param(courseId)
                .query(Group::read)
                .list();
    }

    /** The groups of a course that an account is in, by name. */
    List<Group> ofMember(long courseId, long userId) {
        return jdbc.sql("SELECT g.* FROM mdl_groups g JOIN mdl_groups_members m ON m.groupid = g.id"
                        + " WHERE g.courseid = ? AND m.userid = ? ORDER BY g.name_key, g.id")
                .params(courseId, userId)
                .query(Group::read)
                .list();
    }

    /** Whether the database takes a group's name in the course for this one. */
    boolean hasName(long courseId, String name) {
        return jdbc.sql("SELECT COUNT(*) FROM mdl_groups WHERE courseid = ? AND name_key = ?")
                        .params(courseId, Collation.key(name))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether a group of the course has exactly this idnumber. */
    boolean hasIdnumber(long courseId, String idnumber) {
        return jdbc.sql("SELECT COUNT(*) FROM mdl_groups WHERE courseid = ? AND idnumber = ?")
                        .params(courseId, idnumber)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Stores a group; the columns in the order in which Moodle would name them.
     *
     * @throws MoodleFault if a value is too long for its column
     */
    long insert(Map<String, Object> columns) {
        insert.refuseTooLong(columns);
        Map<String, Object> stored = new LinkedHashMap<>(columns);
        List.of("timecreated", "timemodified", "enablemessaging").forEach(stored::remove);
        stored.put("name_key", Collation.key(String.valueOf(columns.get("name"))));
        return Insert.into("mdl_groups", stored, jdbc);
    }

    /** The ids of a group's members, by their names. */
    List<Long> members(long groupId) {
        return jdbc.sql("SELECT u.id FROM mdl_groups_members m JOIN mdl_user u ON u.id = m.userid"
                        + " WHERE m.groupid = ? ORDER BY u.name_key, u.id")
                .param(groupId)
                .query(Long.class)
                .list();
    }

    boolean isMember(long groupId, long userId) {
        return jdbc.sql("SELECT COUNT(*) FROM mdl_groups_members WHERE groupid = ? AND userid = ?")
                        .params(groupId, userId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether the caller may know of a group: some are for their members only, some for nobody. */
    boolean isSeen(Group group, Call call) {
        return group.visibility() == 0
                || call.can("moodle/course:viewhiddengroups")
                || (group.visibility() < SEEN_BY_NONE
                        && isMember(group.id(), call.caller().account().id()));
    }

    /** Adds a member, or leaves it as it is. */
    void addMember(long groupId, long userId) {
        jdbc.sql("MERGE INTO mdl_groups_members (groupid, userid) KEY (groupid, userid) VALUES (?, ?)")
                .params(groupId, userId)
                .update();
    }

    /** Takes an account out of all groups of a course. */
    void removeFromCourse(long courseId, long userId) {
        jdbc.sql("DELETE FROM mdl_groups_members WHERE userid = ?"
                        + " AND groupid IN (SELECT id FROM mdl_groups WHERE courseid = ?)")
                .params(userId, courseId)
                .update();
    }
}
