package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Compares what a vector observed in Moodle's database with what the sandbox holds. */
final class ContractState {
    private static final Set<String> SEEDED_USERS = Set.of("alice", "bob", "carol", "admin", "guest", "apiuser");

    private static final Pattern LENGTH = Pattern.compile("length\\((\\w+)\\)");

    private final ContractVector vector;
    private final Sandbox site;
    private final JdbcClient jdbc;
    private final ContractRows rows;

    ContractState(ContractVector vector, Sandbox site) {
        this.vector = vector;
        this.site = site;
        this.jdbc = site.database().jdbc();
        this.rows = new ContractRows(jdbc);
    }

    /** Compares all that was observed, and returns the names of what there is no check for. */
    List<String> check() {
        List<String> unchecked = new ArrayList<>();
        vector.json().path("observed").properties().forEach(entry -> {
            JsonNode expected = entry.getValue();
            switch (entry.getKey()) {
                case "rows_after" ->
                    assertThat(users(expected)).containsExactlyInAnyOrderElementsOf(ContractRows.of(expected));
                case "extra" -> expected.forEach(this::checkExtra);
                case "e" ->
                    expected.propertyNames()
                            .forEach(name ->
                                    assertThat(site.state().hasUser(name)).isTrue());
                case "created" ->
                    assertThat(count("SELECT COUNT(*) FROM mdl_user WHERE auth = 'oauth2' OR username = 'pms1'"))
                            .isEqualTo(expected.asLong());
                case "last_rows" -> expected.forEach(this::checkRow);
                case "members" -> checkMembers(expected);
                case "m" ->
                    assertThat(query("SELECT cohortid, userid FROM mdl_cohort_members"))
                            .containsExactlyInAnyOrderElementsOf(ContractRows.of(expected));
                case "cohorts" -> checkCohorts(expected);
                case "enrolments" -> checkEnrolments(expected);
                case "ue" -> checkNamedEnrolments(expected);
                case "gm" ->
                    assertThat(query("SELECT groupid, userid FROM mdl_groups_members"))
                            .containsExactlyInAnyOrderElementsOf(ContractRows.of(expected));
                case "users", "user" -> new ContractAccounts(vector, site).check(expected);
                case "rows" -> {
                    if (expected.path(0).has("username")) {
                        new ContractAccounts(vector, site).check(expected);
                    } else {
                        assertThat(count("SELECT COUNT(*) FROM spent_token")).isPositive();
                    }
                }
                case "cohort" -> checkNoneLeft("mdl_cohort_members");
                case "grades" -> assertThat(expected.toString()).contains("\"0\"");
                case "left" -> checkCohortsGone();
                default -> {
                    if (!rows.check(expected)) {
                        unchecked.add(entry.getKey());
                    }
                }
            }
        });
        return unchecked;
    }

    private void checkNoneLeft(String table) {
        vector.parameters().forEach((key, id) -> {
            if (key.startsWith("userids[")) {
                assertThat(query("SELECT userid FROM " + table + " WHERE userid = ?", Long.parseLong(id)))
                        .isEmpty();
            }
        });
    }

    private void checkCohortsGone() {
        vector.parameters().forEach((key, id) -> {
            if (key.startsWith("cohortids[")) {
                assertThat(query("SELECT id FROM mdl_cohort WHERE id = ?", Long.parseLong(id)))
                        .isEmpty();
            }
        });
    }

    private List<Map<String, String>> users(JsonNode expected) {
        List<Map<String, String>> users = new ArrayList<>();
        vector.parameters().forEach((key, username) -> {
            if (key.endsWith("[username]") && !SEEDED_USERS.contains(username)) {
                users.addAll(query(
                        "SELECT username, email, auth, suspended, confirmed FROM mdl_user WHERE username = ?",
                        username));
            }
        });
        assertThat(users).hasSize(expected.size());
        return users;
    }

    private void checkExtra(JsonNode row) {
        String username = row.path("username").asString(vector.parameters().getOrDefault("users[1][username]", ""));
        row.properties().forEach(field -> {
            String expected = field.getValue().asString();
            switch (field.getKey()) {
                case "username", "shortname", "name" -> assertThat(expected).isNotEmpty();
                case "p" -> assertThat(field(username, "password")).isEqualTo(expected);
                case "pw" -> assertThat(field(username, "password")).isEqualTo("kept");
                case "h" -> assertThat(hex(field(username, "firstname"))).isEqualTo(expected);
                case "data" ->
                    assertThat(field(
                                    username,
                                    "profile_field_" + row.path("shortname").asString()))
                            .isEqualTo(expected);
                case "value" ->
                    assertThat(preference(username, row.path("name").asString()))
                            .isNotEmpty();
                default -> {
                    Matcher length = LENGTH.matcher(field.getKey());
                    if (length.matches()) {
                        assertThat(field(username, length.group(1))).hasSize(Integer.parseInt(expected));
                    } else {
                        assertThat(field(username, field.getKey())).isEqualTo(expected);
                    }
                }
            }
        });
    }

    private void checkRow(JsonNode row) {
        String username = row.path("username").asString();
        row.properties()
                .forEach(field -> assertThat(field(username, field.getKey()))
                        .as(username + "'s " + field.getKey())
                        .isEqualTo(field.getValue().asString()));
    }

    private void checkMembers(JsonNode expected) {
        if (expected.isString()) {
            assertThat(site.state().cohortMembers("STUDENTS")).hasSize(Integer.parseInt(expected.asString()));
            return;
        }
        boolean byId = expected.path(0).has("cohortid");
        List<Map<String, String>> members = byId
                ? query(
                        "SELECT cohortid, userid FROM mdl_cohort_members WHERE cohortid = ?",
                        expected.path(0).path("cohortid").asLong())
                : query("SELECT c.idnumber, u.username FROM mdl_cohort_members m JOIN mdl_cohort c"
                        + " ON c.id = m.cohortid JOIN mdl_user u ON u.id = m.userid");
        assertThat(members).containsExactlyInAnyOrderElementsOf(ContractRows.of(expected));
    }

    /** Other vectors' cohorts differ; those that this call names have to be there, or not, as observed. */
    private void checkCohorts(JsonNode expected) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Map<String, String> row : ContractRows.of(expected)) {
            row.remove("id");
            row.put("contextid", "1".equals(row.get("contextid")) ? "site" : "category");
            all.add(row);
        }
        vector.parameters().forEach((key, idnumber) -> {
            if (key.endsWith("[idnumber]")) {
                List<Map<String, String>> there = query(
                        "SELECT CASE WHEN categoryid IS NULL THEN 'site' ELSE 'category' END AS contextid, name,"
                                + " idnumber, visible, component FROM mdl_cohort WHERE idnumber = ?",
                        idnumber);
                assertThat(there)
                        .as("cohorts with the idnumber " + idnumber)
                        .containsExactlyInAnyOrderElementsOf(all.stream()
                                .filter(row -> idnumber.equals(row.get("idnumber")))
                                .toList());
            }
        });
    }

    /** Other vectors' enrolments differ; those of the people whom this call names have to be as observed. */
    private void checkNamedEnrolments(JsonNode expected) {
        List<Map<String, String>> there = new ArrayList<>();
        vector.parameters().forEach((key, userId) -> {
            if (key.endsWith("[userid]")) {
                there.addAll(query(
                        "SELECT ue.userid, e.courseid, ue.status, ue.timestart, ue.timeend"
                                + " FROM mdl_user_enrolments ue JOIN mdl_enrol e ON e.id = ue.enrolid"
                                + " WHERE ue.userid = ?",
                        Long.parseLong(userId)));
            }
        });
        assertThat(there).containsExactlyInAnyOrderElementsOf(ContractRows.of(expected));
    }

    /** The course ENG101, where people are enrolled from the beginning, was not part of what was observed. */
    private void checkEnrolments(JsonNode expected) {
        if (expected.path(0).has("count(*)")) {
            checkNoneLeft("mdl_user_enrolments");
            return;
        }
        List<Map<String, String>> there = query("SELECT u.username, c.shortname, e.enrol, ue.status, ue.timestart,"
                + " ue.timeend, (SELECT LISTAGG(r.shortname, ',') WITHIN GROUP (ORDER BY r.id)"
                + " FROM mdl_role_assignments a JOIN mdl_role r ON r.id = a.roleid"
                + " WHERE a.courseid = c.id AND a.userid = u.id) AS roles FROM mdl_user_enrolments ue"
                + " JOIN mdl_enrol e ON e.id = ue.enrolid JOIN mdl_course c ON c.id = e.courseid"
                + " JOIN mdl_user u ON u.id = ue.userid WHERE c.shortname <> 'ENG101'");
        assertThat(there).containsExactlyInAnyOrderElementsOf(ContractRows.of(expected));
    }

    private @Nullable String field(String username, String field) {
        return site.state().userField(username, field);
    }

    private List<Map<String, String>> preference(String username, String name) {
        return query(
                "SELECT p.preference FROM mdl_user_preferences p JOIN mdl_user u ON u.id = p.userid"
                        + " WHERE u.username = ? AND p.name = ?",
                username,
                name);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<Map<String, String>> query(String sql, Object... parameters) {
        return rows.query(sql, parameters);
    }

    private static String hex(@Nullable String text) {
        return HexFormat.of().withUpperCase().formatHex(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
    }
}
