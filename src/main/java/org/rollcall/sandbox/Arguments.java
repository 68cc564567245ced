package org.rollcall.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checked parameters of a call, or of one item of it. */
record Arguments(Map<String, Object> values) {

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return String.valueOf(values.get(key));
    }

    @Nullable
    String optionalText(String key) {
        return values.get(key) instanceof String text ? text : null;
    }

    /** A number, 0 where the optional key was left out. */
    long number(String key) {
        return values.get(key) instanceof Long number ? number : 0;
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    Arguments inner(String key) {
        return of(values.get(key));
    }

    /** The structures of a list, none where the optional key was left out. */
    List<Arguments> items(String key) {
        return list(key).stream().map(Arguments::of).toList();
    }

    List<Long> numbers(String key) {
        return list(key).stream().map(Long.class::cast).toList();
    }

    List<String> texts(String key) {
        return list(key).stream().map(String.class::cast).toList();
    }

    private List<?> list(String key) {
        return values.get(key) instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked") // the parameter check builds structures as maps of this type and nothing else
    private static Arguments of(@Nullable Object structure) {
        return new Arguments(structure instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of());
    }
}
