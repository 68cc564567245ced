package org.rollcall.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.ListOf;
import org.rollcall.sandbox.Description.Scalar;
import org.rollcall.sandbox.Description.Structure;

/**
 * Holds an answer against its description, as Moodle's {@code external_api::clean_returnvalue} does. That happens after
 * the function has committed: a caller can be refused although everything was done.
 */
final class AnswerCheck {
    private final Installed installed;
    private final Debug debug;

    AnswerCheck(Installed installed, Debug debug) {
        this.installed = installed;
        this.debug = debug;
    }

    /** @throws MoodleFault if a text is not of its type */
    void check(Description description, @Nullable Object value) {
        if (description instanceof Structure structure && value instanceof Map<?, ?> map) {
            structure.keys().forEach((key, inner) -> {
                Object under = map.get(key);
                if (under != null) {
                    checkUnder(key, inner, under);
                }
            });
        } else if (description instanceof ListOf list && value instanceof List<?> items) {
            items.forEach(item -> check(list.content(), item));
        } else if (description instanceof Scalar scalar
                && value instanceof String text
                && !scalar.type().accepts(text, installed)) {
            throw MoodleFault.invalidResponse("Invalid external api response: the value is \"" + text
                    + "\" of PHP type \"string\", the server was expecting \""
                    + scalar.type().title() + "\" type");
        }
    }

    private void checkUnder(String key, Description description, Object value) {
        try {
            check(description, value);
        } catch (MoodleFault e) {
            throw MoodleFault.invalidResponse(key + " => " + e.message(debug) + ": " + e.detail());
        }
    }
}
