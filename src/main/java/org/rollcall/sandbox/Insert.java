package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/**
 * Inserts rows as Moodle's database layer does, with its refusal of values that are too long for their column.
 *
 * @param table the table's name without Moodle's prefix
 * @param lengths the columns' lengths in characters
 */
record Insert(String table, Map<String, Integer> lengths) {

    /** @throws MoodleFault as MariaDB words it, naming the first column whose value is too long */
    void refuseTooLong(Map<String, Object> columns) {
        String complaint = new ColumnLengths(lengths).complaint(columns);
        if (complaint != null) {
            throw MoodleFault.write(complaint + "\n" + statement(columns) + "\n["
                    + PhpText.array(new ArrayList<>(columns.values())) + "]");
        }
    }

    private String statement(Map<String, Object> columns) {
        return "INSERT INTO mdl_" + table + " (" + String.join(",", columns.keySet()) + ") VALUES("
                + String.join(",", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /** Inserts a row and returns its id. */
    static long into(String table, Map<String, Object> columns, JdbcClient jdbc) {
        List<String> names = List.copyOf(columns.keySet());
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
                        + String.join(", ", Collections.nCopies(names.size(), "?")) + ")")
                .params(new ArrayList<>(columns.values()))
                .update(id, "id");
        return Objects.requireNonNull(id.getKey(), "id").longValue();
    }
}
