package org.rollcall.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The columns of an account that an update changes, in the order in which Moodle writes them. */
final class ChangedAccount {
    /** Request keys that are no columns of the account, or are stored in another way. */
    private static final Set<String> ELSEWHERE =
            Set.of("id", "password", "userpicture", "interests", "customfields", "preferences");

    private ChangedAccount() {}

    /**
     * Moodle leaves out what is there already, but compares types too: numbers and flags, which it reads back as texts,
     * always count as changed, and the id among them, so that an update always sets the time.
     *
     * @param current the account's row as it is
     */
    static Map<String, Object> columns(Arguments user, Map<String, Object> current, long now) {
        Map<String, Object> columns = new LinkedHashMap<>();
        user.values().forEach((key, value) -> {
            if (!ELSEWHERE.contains(key) && !(key.equals("calendartype") && PhpText.isEmpty((String) value))) {
                columns.put(key, value instanceof Boolean flag ? (flag ? 1L : 0L) : value);
            }
        });
        CleanedColumns.clean(columns);
        columns.entrySet()
                .removeIf(column ->
                        column.getValue() instanceof String text && text.equals(current.get(column.getKey())));
        columns.put("timemodified", now);
        return columns;
    }
}
