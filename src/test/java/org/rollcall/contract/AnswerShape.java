package org.rollcall.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the shape of an answer with a recorded one: the keys of each object and the types of their values. Values are
 * left out, since another site holds other people; so is whatever is null on either side. The elements of a recorded
 * list are taken together: a key that only some of them have may be missing.
 */
final class AnswerShape {
    private final Set<String> requiredKeys;
    private final Set<String> differences = new LinkedHashSet<>();
    private final Set<String> additions = new TreeSet<>();

    /** @param requiredKeys the keys that no site leaves out, on any level; empty if that is every recorded one */
    AnswerShape(Set<String> requiredKeys) {
        this.requiredKeys = requiredKeys;
    }

    /** Compares, and gives the differences, each in a sentence without values. */
    List<String> differences(@Nullable Object recorded, @Nullable Object actual) {
        compare("the answer", recorded == null ? List.of() : List.of(recorded), actual);
        if ((recorded == null) != (actual == null)) {
            differences.add("the answer is " + type(actual) + ", where " + type(recorded) + " was recorded");
        }
        return List.copyOf(differences);
    }

    /** The keys that the compared answers had beyond those recorded, as a newer Moodle gives them. */
    Set<String> additions() {
        return additions;
    }

    private void compare(String place, List<?> recorded, @Nullable Object actual) {
        Set<String> types = recorded.stream().map(AnswerShape::type).collect(Collectors.toCollection(TreeSet::new));
        if (actual == null || types.isEmpty()) {
            return;
        }
        if (!types.contains(type(actual))) {
            differences.add(place + " is " + type(actual) + ", where " + String.join(" or ", types) + " was recorded");
        } else if (actual instanceof Map<?, ?> object) {
            compareObject(place, objects(recorded), object);
        } else if (actual instanceof List<?> list) {
            List<?> elements = recorded.stream()
                    .filter(List.class::isInstance)
                    .flatMap(each -> ((List<?>) each).stream())
                    .filter(Objects::nonNull)
                    .toList();
            list.forEach(element -> compare(place + "[]", elements, element));
        }
    }

    private void compareObject(String place, List<Map<?, ?>> recorded, Map<?, ?> actual) {
        Set<Object> known = new LinkedHashSet<>();
        recorded.forEach(each -> known.addAll(each.keySet()));
        for (Object key : known) {
            String inside = place + "." + key;
            List<?> values = recorded.stream()
                    .map(each -> each.get(key))
                    .filter(Objects::nonNull)
                    .toList();
            boolean required = recorded.stream().allMatch(each -> each.containsKey(key))
                    && (requiredKeys.isEmpty() || requiredKeys.contains(key.toString()));
            if (actual.containsKey(key)) {
                compare(inside, values, actual.get(key));
            } else if (required) {
                differences.add(inside + " is missing");
            }
        }
        actual.keySet().stream().filter(key -> !known.contains(key)).forEach(key -> additions.add(place + "." + key));
    }

    private static List<Map<?, ?>> objects(List<?> values) {
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Map<?, ?> object) {
                objects.add(object);
            }
        }
        return objects;
    }

    private static String type(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        } else if (value instanceof Map) {
            return "an object";
        } else if (value instanceof List) {
            return "a list";
        } else if (value instanceof Number) {
            return "a number";
        }
        return value instanceof Boolean ? "a flag" : "a text";
    }
}
