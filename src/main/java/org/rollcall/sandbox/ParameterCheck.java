package org.rollcall.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.sandbox.Description.ListOf;
import org.rollcall.sandbox.Description.Presence;
import org.rollcall.sandbox.Description.Scalar;
import org.rollcall.sandbox.Description.Structure;

/** Holds what a request sent against a description, as Moodle's {@code external_api::validate_parameters} does. */
final class ParameterCheck {
    private final Installed installed;
    private final Debug debug;

    ParameterCheck(Installed installed, Debug debug) {
        this.installed = installed;
        this.debug = debug;
    }

    /**
     * The parameters in the description's order, with defaults filled in: texts, numbers and flags for scalars, maps
     * for structures, lists for lists.
     *
     * @throws MoodleFault if anything is missing, unexpected or not of its type
     */
    Arguments check(Structure description, Map<String, Object> sent) {
        return new Arguments(structure(description, sent));
    }

    private Object any(Description description, Object sent) {
        if (description instanceof Scalar scalar) {
            return scalar(scalar, sent);
        }
        if (!(sent instanceof Map<?, ?> map)) {
            throw MoodleFault.invalidParameter("Only arrays accepted. The bad value is: '" + sent + "'");
        }
        return description instanceof ListOf list ? list(list, map) : structure((Structure) description, map);
    }

    private Object scalar(Scalar scalar, Object sent) {
        if (!(sent instanceof String text)) {
            throw MoodleFault.invalidParameter("Scalar type expected, array or object received.");
        }
        if (!scalar.type().accepts(text, installed)) {
            throw MoodleFault.invalidParameter("Invalid external api parameter: the value is \"" + text
                    + "\", the server was expecting \"" + scalar.type().title() + "\" type");
        }
        return switch (scalar.type()) {
            case INT -> Long.valueOf(text);
            case BOOL -> text.equals("1");
            default -> text;
        };
    }

    private List<Object> list(ListOf list, Map<?, ?> sent) {
        List<Object> result = new ArrayList<>(sent.size());
        for (Object item : sent.values()) {
            result.add(any(list.content(), item));
        }
        return result;
    }

    private Map<String, Object> structure(Structure structure, Map<?, ?> sent) {
        Map<Object, Object> rest = new LinkedHashMap<>(sent);
        Map<String, Object> result = new LinkedHashMap<>();
        structure.keys().forEach((key, description) -> {
            Object value = rest.remove(key);
            if (value != null) {
                result.put(key, under(key, description, value));
            } else if (description.presence() == Presence.REQUIRED) {
                throw MoodleFault.invalidParameter("Missing required key in single structure: " + key);
            } else if (description.presence() == Presence.DEFAULT) {
                result.put(key, fallback(key, description));
            }
        });
        if (!rest.isEmpty()) {
            String keys = String.join(
                    ", ", rest.keySet().stream().map(String::valueOf).toList());
            throw MoodleFault.invalidParameter("Unexpected keys (" + keys + ") detected in parameter array.");
        }
        return result;
    }

    private Object fallback(String key, Description description) {
        String text = description instanceof Scalar scalar ? scalar.fallback() : null;
        return text == null ? List.of() : under(key, description, text);
    }

    private Object under(String key, Description description, Object value) {
        try {
            return any(description, value);
        } catch (MoodleFault e) {
            throw MoodleFault.invalidParameter(key + " => " + e.message(debug) + ": " + e.detail());
        }
    }
}
