package org.rollcall.moodle;

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

    List<Answer> list(String key) {
        return present(field(key), key).elements();
    }

    /** An answer that is a list, each element turned into a record. */
    <T> List<T> items(Function<Answer, T> decoder) {
        return elements().stream().map(decoder).toList();
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
