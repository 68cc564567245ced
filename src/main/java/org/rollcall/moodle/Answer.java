package org.rollcall.moodle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A decoded answer, or a part of one, read field by field. Numbers and truth values are also taken from texts, as
 * Moodle gives ids as texts in places, truth values as 0 and 1, and everything as text in its XML. What is null is as
 * good as absent.
 *
 * @param value a part of the tree that {@link AnswerReader} reads
 * @param place where in the answer it stood, for messages
 */
record Answer(@Nullable Object value, String place) {

    /** Whether this is an error of Moodle's own. */
    boolean isException() {
        return value instanceof Map<?, ?> map && map.containsKey("exception");
    }

    long number(String key) {
        return present(optionalNumber(key), key);
    }

    @Nullable
    Long optionalNumber(String key) {
        Answer field = field(key);
        return field == null ? null : field.asNumber();
    }

    long asNumber() {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        if (value instanceof String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw unusable("is not a number");
            }
        }
        throw unusable("is not a number");
    }

    String text(String key) {
        return present(optionalText(key), key);
    }

    @Nullable
    String optionalText(String key) {
        Answer field = field(key);
        if (field == null) {
            return null;
        }
        if (field.value instanceof Map || field.value instanceof List) {
            throw field.unusable("is not a text");
        }
        return String.valueOf(field.value);
    }

    @Nullable
    Boolean optionalFlag(String key) {
        Answer field = field(key);
        if (field == null) {
            return null;
        }
        if (field.value instanceof Boolean flag) {
            return flag;
        }
        return !"".equals(field.value) && field.asNumber() != 0;
    }

    /** A text that may be absent or null, which is as good as empty. */
    String textOrEmpty(String key) {
        String text = optionalText(key);
        return text == null ? "" : text;
    }

    /** A number that may have decimals. */
    @Nullable
    Double optionalDecimal(String key) {
        Answer field = field(key);
        if (field == null) {
            return null;
        }
        try {
            double decimal = Double.parseDouble(String.valueOf(field.value));
            if (Double.isFinite(decimal)) {
                return decimal;
            }
        } catch (NumberFormatException e) {
            // As with a number that is none.
        }
        throw field.unusable("is not a number");
    }

    /** A time, which Moodle gives in seconds; 0 is as good as none. */
    @Nullable
    Instant optionalTime(String key) {
        Long seconds = optionalNumber(key);
        return seconds == null || seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }

    boolean flag(String key) {
        return present(optionalFlag(key), key);
    }

    /** Another object inside this one. */
    Answer object(String key) {
        return present(field(key), key);
    }

    List<Answer> list(String key) {
        return object(key).elements();
    }

    /** A list inside this object that may be absent or null, which is as good as empty. */
    List<Answer> optionalList(String key) {
        Answer list = field(key);
        return list == null ? List.of() : list.elements();
    }

    /** A list inside this object, each element turned into a record. */
    <T> List<T> list(String key, Function<Answer, T> decoder) {
        return object(key).items(decoder);
    }

    /** An answer that is a list, each element turned into a record. */
    <T> List<T> items(Function<Answer, T> decoder) {
        return elements().stream().map(decoder).toList();
    }

    /** An answer that is a list of as many elements as were asked for, such as {@code groups}. */
    <T> List<T> items(Function<Answer, T> decoder, int asked, String what) {
        List<T> items = items(decoder);
        if (items.size() != asked) {
            throw new UnusableAnswerException("The site's answer names " + items.size() + " " + what
                    + ", but was asked to create " + asked + ".");
        }
        return items;
    }

    /** Checks that this is the {@code null} of a function that returns nothing. */
    void requireNothing() {
        if (value != null) {
            throw unusable("is not the empty one that the function gives");
        }
    }

    private List<Answer> elements() {
        if (!(value instanceof List<?> list)) {
            throw unusable("is not a list");
        }
        List<Answer> elements = new ArrayList<>(list.size());
        list.forEach(element -> elements.add(new Answer(element, place + "[]")));
        return elements;
    }

    private @Nullable Answer field(String key) {
        if (!(value instanceof Map<?, ?> map)) {
            throw unusable("is not an object");
        }
        Object field = map.get(key);
        return field == null ? null : new Answer(field, place + "." + key);
    }

    private <T> T present(@Nullable T value, String key) {
        if (value == null) {
            throw unusable("lacks '" + key + "'");
        }
        return value;
    }

    private UnusableAnswerException unusable(String fault) {
        return new UnusableAnswerException(
                "The site's answer is not what the function gives (" + place + " " + fault + ").");
    }
}
