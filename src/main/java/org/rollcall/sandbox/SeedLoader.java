package org.rollcall.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Seed.CohortSeed;
import org.rollcall.sandbox.Seed.CourseSeed;
import org.rollcall.sandbox.Seed.EnrolmentSeed;
import org.rollcall.sandbox.Seed.GroupSeed;
import org.rollcall.sandbox.Seed.UserSeed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the tables of a new site from its seed. Ids count up in the seed's order, as on a site set up by hand. */
final class SeedLoader {
    private static final int STOCK_SECTIONS = 4;

    private final Seed seed;
    private final Tables tables;
    private final JdbcClient jdbc;
    private final long now = Instant.now().getEpochSecond();
    private final Map<String, Long> categories = new HashMap<>();
    private final Map<String, Long> users = new HashMap<>();
    private final Map<String, Long> courses = new HashMap<>();

    SeedLoader(Seed seed, Tables tables, JdbcClient jdbc) {
        this.seed = seed;
        this.tables = tables;
        this.jdbc = jdbc;
    }

    void load() {
        List<String> roles = new ArrayList<>(Seed.STOCK_ROLES);
        roles.addAll(seed.roles());
        roles.forEach(role -> jdbc.sql("INSERT INTO mdl_role (id, shortname) VALUES (?, ?)")
                .params(seed.roleId(role), role)
                .update());
        category("Category 1", null);
        seed.categories().forEach(category -> category(category.name(), category.idnumber()));
        loadCourses();
        user(account("guest", "Guest user", " ", "root@localhost"));
        user(account("admin", "Admin", "User", "admin@example.com"));
        seed.users().forEach(this::user);
        seed.cohorts().forEach(this::cohort);
        seed.enrolments().forEach(this::enrol);
        seed.groups().forEach(this::group);
        new ProgressLoader(tables, users, courses, now).load(seed.progress());
    }

    private static UserSeed account(String username, String firstname, String lastname, String email) {
        return new UserSeed(username, firstname, lastname, email, null, null, null, null, null, null, null, null);
    }

    private void category(String name, @Nullable String idnumber) {
        Map<String, Object> columns = new LinkedHashMap<>(Map.of("name", name));
        if (idnumber != null) {
            columns.put("idnumber_key", Collation.key(idnumber));
        }
        long id = Insert.into("mdl_course_categories", columns, jdbc);
        categories.putIfAbsent(idnumber == null ? "" : idnumber, id);
    }

    private void loadCourses() {
        String site = seed.site().name();
        course(
                new CourseSeed(seed.site().shortname(), site, null, null, null, "none", null, null, true, null, 1),
                0,
                1);
        int newest = seed.courses().size();
        for (CourseSeed course : seed.courses()) {
            long category = find(categories, course.category() == null ? "" : course.category(), "category");
            course(course, category, category * 10_000 + newest);
            newest--;
        }
    }

    private void course(CourseSeed course, long category, long sortorder) {
        String idnumber = course.idnumber() == null ? "" : course.idnumber();
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("category", category);
        columns.put("sortorder", sortorder);
        columns.put("fullname", course.fullname());
        columns.put("shortname", course.shortname());
        columns.put("idnumber", idnumber);
        columns.put("summary", course.summary() == null ? "" : course.summary());
        columns.put("startdate", course.startdate() == null ? 0 : course.startdate());
        columns.put("visible", Boolean.TRUE.equals(course.hidden()) ? 0 : 1);
        columns.put("enablecompletion", Boolean.TRUE.equals(course.completion()) ? 1 : 0);
        columns.put("conditionsunset", Boolean.TRUE.equals(course.conditionsUnset()) ? 1 : 0);
        columns.put("numsections", course.sections() == null ? STOCK_SECTIONS : course.sections());
        columns.put("timecreated", now);
        columns.put("shortname_key", Collation.key(course.shortname()));
        columns.put("idnumber_key", Collation.key(idnumber));
        long id = Insert.into("mdl_course", columns, jdbc);
        courses.put(course.shortname(), id);
        String manual = course.manual() == null ? "enabled" : course.manual();
        if (!manual.equals("none")) {
            jdbc.sql("INSERT INTO mdl_enrol (enrol, courseid, status) VALUES ('manual', ?, ?)")
                    .params(id, manual.equals("disabled") ? 1 : 0)
                    .update();
        }
    }

    private void user(UserSeed user) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("username", user.username());
        columns.put("auth", user.auth() == null ? "manual" : user.auth());
        columns.put("firstname", user.firstname());
        columns.put("lastname", user.lastname());
        columns.put("email", user.email());
        columns.put("confirmed", Boolean.TRUE.equals(user.unconfirmed()) ? 0 : 1);
        columns.put("suspended", Boolean.TRUE.equals(user.suspended()) ? 1 : 0);
        columns.put("deleted", Boolean.TRUE.equals(user.deleted()) ? 1 : 0);
        columns.put("timecreated", now);
        columns.put("timemodified", now);
        columns.putAll(Objects.requireNonNullElse(user.fields(), Map.of()));
        long id = tables.users().insert(columns, "kept");
        new Profile(tables.users(), seed.profileFields())
                .rememberPasswordUpdate(id, String.valueOf(columns.get("auth")), now);
        users.put(user.username(), id);
        Objects.requireNonNullElse(user.profile(), Map.<String, String>of())
                .forEach((field, value) -> tables.users().setProfileField(id, field, value));
    }

    private void cohort(CohortSeed cohort) {
        Long category = cohort.category() == null ? null : find(categories, cohort.category(), "category");
        String description = cohort.description() == null ? "" : cohort.description();
        long id = tables.cohorts()
                .insert(category, cohort.name(), cohort.idnumber(), description, true, now)
                .id();
        jdbc.sql("UPDATE mdl_cohort SET component = ? WHERE id = ?")
                .params(cohort.component() == null ? "" : cohort.component(), id)
                .update();
        for (String member : Objects.requireNonNullElse(cohort.members(), List.<String>of())) {
            tables.cohorts().addMember(id, find(users, member, "user"));
        }
    }

    private void enrol(EnrolmentSeed enrolment) {
        long course = find(courses, enrolment.course(), "course");
        long user = find(users, enrolment.user(), "user");
        Long instance = tables.courses().manualInstance(course);
        if (instance == null) {
            throw new SandboxException(
                    "The sandbox's seed enrols people in " + enrolment.course()
                            + ", which has no enabled manual enrolment.",
                    null);
        }
        tables.enrolments().enrol(instance, user, Boolean.TRUE.equals(enrolment.suspended()), 0, 0, now);
        tables.enrolments().assign(seed.roleId(enrolment.role()), course, user);
    }

    private void group(GroupSeed group) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("courseid", find(courses, group.course(), "course"));
        columns.put("name", group.name());
        columns.put("idnumber", group.idnumber() == null ? "" : group.idnumber());
        columns.put("description", group.description() == null ? "" : group.description());
        long id = tables.groups().insert(columns);
        for (String member : Objects.requireNonNullElse(group.members(), List.<String>of())) {
            tables.groups().addMember(id, find(users, member, "user"));
        }
    }

    static long find(Map<String, Long> ids, String name, String kind) {
        Long id = ids.get(name);
        if (id == null) {
            throw new SandboxException("The sandbox's seed names an unknown " + kind + ": " + name + ".", null);
        }
        return id;
    }
}
