package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Rows of the sandbox's tables and rows that were observed, in a form in which they can be compared. */
final class ContractRows {
    private static final Map<String, Set<String>> TABLES = Map.of(
            "mdl_user",
            Set.of(
                    "id",
                    "username",
                    "auth",
                    "firstname",
                    "lastname",
                    "email",
                    "idnumber",
                    "city",
                    "country",
                    "lang",
                    "department",
                    "institution",
                    "timezone",
                    "theme",
                    "suspended",
                    "confirmed",
                    "deleted"),
            "mdl_cohort",
            Set.of("id", "name", "idnumber", "visible", "component", "description"),
            "mdl_cohort_members",
            Set.of("cohortid", "userid"),
            "mdl_groups_members",
            Set.of("groupid", "userid"),
            "mdl_groups",
            Set.of("id", "courseid", "name", "idnumber", "description"));

    private final JdbcClient jdbc;

    ContractRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Compares rows that were observed under a name which no check knows: their columns tell the table. Each has to be
     * there; what else the table holds, other calls may have left.
     *
     * @return whether there was something to compare, rows of exactly one table
     */
    boolean check(JsonNode observed) {
        Set<String> columns = new TreeSet<>(observed.path(0).propertyNames());
        List<String> tables = TABLES.entrySet().stream()
                .filter(table -> !columns.isEmpty() && table.getValue().containsAll(columns))
                .map(Map.Entry::getKey)
                .toList();
        if (tables.size() != 1) {
            return false;
        }
        assertThat(query("SELECT " + String.join(", ", columns) + " FROM " + tables.get(0)))
                .containsAll(of(observed));
        return true;
    }

    /** The rows of a query, every value as text. */
    List<Map<String, String>> query(String sql, Object... parameters) {
        return jdbc.sql(sql).params(List.of(parameters)).query().listOfRows().stream()
                .map(row -> {
                    Map<String, String> texts = new TreeMap<>();
                    row.forEach((key, value) -> texts.put(key.toLowerCase(Locale.ROOT), String.valueOf(value)));
                    return texts;
                })
                .toList();
    }

    /** What was observed, every value as text. */
    static List<Map<String, String>> of(JsonNode observed) {
        List<Map<String, String>> rows = new ArrayList<>();
        observed.forEach(node -> {
            Map<String, String> row = new TreeMap<>();
            node.properties()
                    .forEach(entry -> row.put(entry.getKey(), entry.getValue().asString()));
            rows.add(row);
        });
        return rows;
    }
}
