package org.rollcall.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read-only view of what a sandbox holds. Deleted accounts are left out. */
public final class SandboxState {
    private static final Set<String> USER_FIELDS = Set.of(
            "id",
            "username",
            "auth",
            "firstname",
            "lastname",
            "email",
            "idnumber",
            "phone1",
            "phone2",
            "institution",
            "department",
            "address",
            "city",
            "country",
            "lang",
            "theme",
            "timezone",
            "description",
            "middlename",
            "alternatename",
            "firstnamephonetic",
            "lastnamephonetic",
            "interests",
            "confirmed",
            "suspended",
            "maildisplay",
            "mailformat",
            "password");
    private static final String PROFILE = "profile_field_";

    private final SandboxDatabase database;
    private final JdbcClient jdbc;
    private final Tables tables;

    SandboxState(SandboxDatabase database, Tables tables) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.tables = tables;
    }

    /** All usernames, in the order in which the accounts were made; guest, admin and the token's user among them. */
    public List<String> usernames() {
        return texts("SELECT username FROM mdl_user WHERE deleted = 0 ORDER BY id");
    }

    /** How many accounts there are, guest, admin and the token's user among them. */
    public long userCount() {
        return database.read(() -> jdbc.sql("SELECT COUNT(*) FROM mdl_user WHERE deleted = 0")
                .query(Long.class)
                .single());
    }

    /** Whether an account has this username. */
    public boolean hasUser(String username) {
        return userField(username, "username") != null;
    }

    /**
     * One field of an account as text, null where there is no such account or no value. A custom profile field is
     * {@code profile_field_<shortname>}; password is {@code kept}, {@code not cached} or empty, never the password.
     *
     * @throws IllegalArgumentException if the field is unknown
     */
    public @Nullable String userField(String username, String field) {
        if (field.startsWith(PROFILE)) {
            return first(
                    "SELECT d.data FROM mdl_user u JOIN mdl_user_info_data d ON d.userid = u.id"
                            + " WHERE u.username = ? AND d.shortname = ?",
                    username,
                    field.substring(PROFILE.length()));
        }
        if (!USER_FIELDS.contains(field)) {
            throw new IllegalArgumentException("no such user field: " + field);
        }
        return first("SELECT " + field + " FROM mdl_user WHERE username = ?", username);
    }

    /** The idnumbers of all cohorts, in the order in which they were made; a repeated idnumber appears repeatedly. */
    public List<String> cohortIdnumbers() {
        return texts("SELECT idnumber FROM mdl_cohort ORDER BY id");
    }

    /** The usernames of the members of the cohorts with this idnumber, with repeats if there are any. */
    public List<String> cohortMembers(String idnumber) {
        return texts(
                "SELECT u.username FROM mdl_cohort c JOIN mdl_cohort_members m ON m.cohortid = c.id"
                        + " JOIN mdl_user u ON u.id = m.userid WHERE c.idnumber = ? ORDER BY m.id",
                idnumber);
    }

    /** The enrolments in a course, by whatever method, with repeats if there are any. */
    public List<SandboxEnrolment> enrolments(String courseShortname) {
        return database.read(() -> tables.courses().byField("shortname", courseShortname).stream()
                .flatMap(course -> tables.participants().all(course.id()).stream())
                .collect(Collectors.toList()));
    }

    /** The names of a course's groups, with repeats if there are any. */
    public List<String> groupNames(String courseShortname) {
        return texts(
                "SELECT g.name FROM mdl_groups g JOIN mdl_course c ON c.id = g.courseid WHERE c.shortname = ? ORDER BY g.id",
                courseShortname);
    }

    /** The usernames of the members of a course's groups with this name, with repeats if there are any. */
    public List<String> groupMembers(String courseShortname, String group) {
        return texts(
                "SELECT u.username FROM mdl_groups g JOIN mdl_course c ON c.id = g.courseid"
                        + " JOIN mdl_groups_members m ON m.groupid = g.id JOIN mdl_user u ON u.id = m.userid"
                        + " WHERE c.shortname = ? AND g.name = ? ORDER BY u.username",
                courseShortname,
                group);
    }

    private List<String> texts(String sql, Object... parameters) {
        return database.read(() ->
                jdbc.sql(sql).params(List.of(parameters)).query(String.class).list());
    }

    private @Nullable String first(String sql, Object... parameters) {
        return database.read(() -> jdbc.sql(sql)
                .params(List.of(parameters))
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(found -> found)
                .orElse(null));
    }
}
