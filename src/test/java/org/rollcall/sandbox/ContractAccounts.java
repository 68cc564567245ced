package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * The accounts that a vector observed after its call.
 *
 * <p>The series update did not begin from state.json each time: what earlier calls had changed stands in what later
 * vectors observed. So what the call itself does not explain is taken to have stood there before.
 */
final class ContractAccounts {
    private final ContractVector vector;
    private final Sandbox site;

    ContractAccounts(ContractVector vector, Sandbox site) {
        this.vector = vector;
        this.site = site;
    }

    /** Sets the accounts to what stood there before the call. */
    void prepare() {
        Tables tables = new Tables(site.database().jdbc());
        Map<String, Map<String, String>> asked = asked();
        Set<String> deleted = new HashSet<>();
        vector.parameters().forEach((key, id) -> {
            if (key.startsWith("userids[")) {
                deleted.add(id);
            }
        });
        for (JsonNode account : vector.json().path("observed").path("users")) {
            String id = account.path("id").asString("0");
            if (tables.users().byId(Long.parseLong(id)) != null && !deleted.contains(id)) {
                Map<String, Object> before = new LinkedHashMap<>(fields(account));
                before.remove("id");
                before.entrySet().removeAll(asked.getOrDefault(id, Map.of()).entrySet());
                tables.users().update(Long.parseLong(id), before);
            }
        }
    }

    /** The last values that the call asks for, by account. */
    private Map<String, Map<String, String>> asked() {
        Map<String, String> parameters = vector.parameters();
        Map<String, Map<String, String>> asked = new HashMap<>();
        for (int i = 0; parameters.containsKey("users[" + i + "][id]"); i++) {
            String prefix = "users[" + i + "][";
            Map<String, String> fields = asked.computeIfAbsent(parameters.get(prefix + "id]"), id -> new HashMap<>());
            parameters.forEach((key, value) -> {
                if (key.startsWith(prefix)) {
                    fields.put(key.substring(prefix.length(), key.length() - 1), value);
                }
            });
        }
        return asked;
    }

    /** Compares the accounts with what was observed, column by column. */
    void check(JsonNode observed) {
        JdbcClient jdbc = site.database().jdbc();
        for (JsonNode account : observed) {
            Map<String, String> expected = fields(account);
            String key = expected.containsKey("id") ? "id" : "username";
            List<Map<String, String>> there = jdbc.sql(
                            "SELECT " + String.join(", ", expected.keySet()) + " FROM mdl_user WHERE " + key + " = ?")
                    .param(expected.get(key))
                    .query((row, number) -> {
                        Map<String, String> fields = new TreeMap<>();
                        for (String field : expected.keySet()) {
                            fields.put(field, timeless(String.valueOf(row.getString(field))));
                        }
                        return fields;
                    })
                    .list();
            expected.replaceAll((field, value) -> timeless(value));
            assertThat(there).containsExactly(expected);
        }
    }

    private static Map<String, String> fields(JsonNode account) {
        Map<String, String> fields = new TreeMap<>();
        account.properties()
                .forEach(entry -> fields.put(entry.getKey(), entry.getValue().asString()));
        return fields;
    }

    /** The username of a deleted account ends in the time of its deletion. */
    private static String timeless(String value) {
        return value.replaceFirst("\\.1[78]\\d{8}$", ".TIME");
    }
}
