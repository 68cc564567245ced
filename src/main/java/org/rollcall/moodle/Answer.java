package org.rollcall.moodle;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A decoded answer, or a part of one, read field by field. Numbers and truth values are also taken from texts, as
 * Moodle gives ids as texts in places, truth values as 0 and 1, and everything as text in its XML.
 *
 * @param node what was decoded
 * @param place where in the answer it stood, for messages
 */
record Answer(JsonNode node, String place) {

    long number(String key) {
        return present(optionalNumber(key), key);
    }

    @Nullable
    Long optionalNumber(String key) {
        Answer field = field(key);
        return field == null ? null : field.asNumber();
    }

    long asNumber() {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.asLong();
        }
        if (node.isString()) {
            try {
                return Long.parseLong(node.asString());
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
        if (!field.node.isValueNode()) {
            throw field.unusable("is not a text");
        }
        return field.node.asString();
    }

    @Nullable
    Boolean optionalFlag(String key) {
        Answer field = field(key);
        if (field == null) {
            return null;
        }
        if (field.node.isBoolean()) {
            return field.node.asBoolean();
        }
        if (field.node.isString() && field.node.asString().isEmpty()) {
            return false;
        }
        return field.asNumber() != 0;
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
            double decimal = Double.parseDouble(field.node.asString());
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
        if (!node.isNull()) {
            throw unusable("is not the empty one that the function gives");
        }
    }

    private List<Answer> elements() {
        if (!node.isArray()) {
            throw unusable("is not a list");
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(element -> new Answer(element, place + "[]"))
                .toList();
    }

    private @Nullable Answer field(String key) {
        if (!node.isObject()) {
            throw unusable("is not an object");
        }
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : new Answer(value, place + "." + key);
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
