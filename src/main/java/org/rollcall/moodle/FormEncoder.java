package org.rollcall.moodle;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes parameters as PHP reads them: {@code users[0][customfields][1][type]=...}, percent-encoded UTF-8. A map gives
 * {@code [key]}, a list {@code [0]}, {@code [1]} and so on, a truth value 1 or 0. An empty list or map leaves no field,
 * because a form cannot tell it.
 */
final class FormEncoder {

    /** As long as the beginning of any field's name of an item gets, so that a batch never turns out larger. */
    private static final String LONGEST_PREFIX = "enrolments[99999]";

    private final StringBuilder form = new StringBuilder();
    private int pairs;

    FormEncoder add(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> add(name + "[" + key + "]", inner));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(name + "[" + i + "]", list.get(i));
            }
        } else if (value instanceof Boolean flag) {
            addPair(name, flag ? "1" : "0");
        } else if (value instanceof String || value instanceof Integer || value instanceof Long) {
            addPair(name, value.toString());
        } else {
            throw new IllegalArgumentException("The parameter " + name + " is of a kind that no form can hold.");
        }
        return this;
    }

    FormEncoder addAll(Map<String, Object> parameters) {
        parameters.forEach(this::add);
        return this;
    }

    int pairs() {
        return pairs;
    }

    /** The form, which is plain ASCII. */
    String form() {
        return form.toString();
    }

    static int fieldCount(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().mapToInt(FormEncoder::fieldCount).sum();
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToInt(FormEncoder::fieldCount).sum();
        }
        return 1;
    }

    /** How many bytes an item with these parameters takes at most, wherever in a batch it stands. */
    static int byteCount(Map<String, Object> parameters) {
        return new FormEncoder().add(LONGEST_PREFIX, parameters).form.length() + 1;
    }

    private void addPair(String name, String value) {
        if (pairs > 0) {
            form.append('&');
        }
        form.append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        pairs++;
    }
}
