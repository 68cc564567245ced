package org.rollcall.sandbox;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what a seed has to say and does not: the components that are not marked as nullable. */
final class SeedGaps {
    private final SeedText text;
    private final List<Object> path = new ArrayList<>();

    SeedGaps(SeedText text) {
        this.text = text;
    }

    /** @throws SandboxException naming the first key that is missing */
    void check(@Nullable Object part) {
        if (part instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                check(record, component);
            }
        } else if (part instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                path.add(i);
                check(list.get(i));
                path.remove(path.size() - 1);
            }
        }
    }

    /** What a seed calls a component. */
    static String key(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private void check(Record record, RecordComponent component) {
        path.add(key(component));
        Object value = value(record, component);
        if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw text.wrong(SeedText.key(path) + " is missing.", path, null);
        }
        check(value);
        path.remove(path.size() - 1);
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
