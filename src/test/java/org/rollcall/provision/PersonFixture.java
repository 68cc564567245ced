package org.rollcall.provision;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.Person;

/** People made for one test, by the names of the record's fields: a field that is added to it is met here by itself. */
public final class PersonFixture {

    private PersonFixture() {}

    /** The names of all that can be known of a person. */
    public static List<String> fields() {
        return components().map(RecordComponent::getName).toList();
    }

    /** A person of whom all is known: each text is its field's name, each number its place among the fields. */
    public static Person complete() {
        Map<String, Object> fields = new HashMap<>();
        List<RecordComponent> components = components().toList();
        for (int i = 0; i < components.size(); i++) {
            Class<?> type = components.get(i).getType();
            if (type == Integer.class) {
                fields.put(components.get(i).getName(), i);
            } else if (type == String.class) {
                fields.put(
                        components.get(i).getName(), "the " + components.get(i).getName());
            }
        }
        fields.put("profileFields", Map.of("badge", "B-1"));
        return with(fields);
    }

    /** Ada, with these fields besides. */
    public static Person with(Map<String, Object> fields) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "username", "ada",
                "firstname", "Ada",
                "lastname", "Lovelace",
                "email", "ada@example.edu",
                "createPassword", false,
                "deleted", false,
                "profileFields", Map.of()));
        all.putAll(fields);
        @Nullable
        Object[] values =
                components().map(component -> all.get(component.getName())).toArray();
        Class<?>[] types = components().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<Person> constructor = Person.class.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("A person cannot be made", impossible);
        }
    }

    private static Stream<RecordComponent> components() {
        return Arrays.stream(Person.class.getRecordComponents());
    }
}
