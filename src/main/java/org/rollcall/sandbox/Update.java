package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes rows as Moodle's database layer does, with its refusals.
 *
 * @param table the table's name without Moodle's prefix
 * @param lengths the columns' lengths in characters
 */
record Update(String table, Map<String, Integer> lengths) {

    /** @throws MoodleFault as MariaDB words it, naming the first column whose value is too long */
    void refuseTooLong(Map<String, Object> columns, long id) {
        String complaint = new ColumnLengths(lengths).complaint(columns);
        if (complaint != null) {
            throw refusal(complaint, columns, id);
        }
    }

    /** The database's refusal of this change, with what it complains of. */
    MoodleFault refusal(String complaint, Map<String, Object> columns, long id) {
        List<Object> values = new ArrayList<>(columns.values());
        values.add(Long.toString(id));
        return MoodleFault.write(complaint + "\nUPDATE mdl_" + table + " SET " + assignments(columns, ",")
                + " WHERE id=?\n[" + PhpText.array(values) + "]");
    }

    /** Changes the columns of one row. */
    void row(Map<String, Object> columns, long id, JdbcClient jdbc) {
        List<Object> values = new ArrayList<>(columns.values());
        values.add(id);
        jdbc.sql("UPDATE mdl_" + table + " SET " + assignments(columns, ", ") + " WHERE id = ?")
                .params(values)
                .update();
    }

    private static String assignments(Map<String, Object> columns, String separator) {
        return columns.keySet().stream().map(name -> name + " = ?").collect(Collectors.joining(separator));
    }
}
