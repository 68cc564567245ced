package org.rollcall.moodle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a call or of one of its items, in the order they are sent. What is null is left out. */
final class Parameters {

    private final Map<String, Object> values = new LinkedHashMap<>();

    static Map<String, Object> of(String name1, Object value1, String name2, Object value2) {
        return new Parameters().add(name1, value1).add(name2, value2).toMap();
    }

    /** What Moodle calls {@code type} and {@code value}, as for a cohort by its idnumber or a custom field. */
    static Map<String, Object> typed(String type, Object value) {
        return of("type", type, "value", value);
    }

    Parameters add(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    Parameters addFields(Map<UserField, String> fields) {
        fields.forEach((field, value) -> add(field.parameter(), value));
        return this;
    }

    /** Adds a list of {@link #typed} values, such as custom fields by their short names. */
    Parameters addTyped(String name, Map<String, String> valuesByType) {
        List<Map<String, Object>> list = valuesByType.entrySet().stream()
                .map(entry -> typed(entry.getKey(), entry.getValue()))
                .toList();
        return list.isEmpty() ? this : add(name, list);
    }

    Map<String, Object> toMap() {
        return Collections.unmodifiableMap(values);
    }
}
