package org.rollcall.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function takes or gives, as Moodle's {@code external_value}, {@code external_single_structure} and
 * {@code external_multiple_structure} describe it.
 */
sealed interface Description {

    Presence presence();

    /** Whether a key must be there. */
    enum Presence {
        REQUIRED,
        OPTIONAL,
        DEFAULT
    }

    /** A single value. */
    record Scalar(
            ParamType type, Presence presence, @Nullable String fallback) implements Description {}

    /** Named keys, in the order in which they are checked and answered. */
    record Structure(Map<String, Description> keys, Presence presence) implements Description {

        /** This structure with one more key. */
        Structure with(String key, Description description) {
            Map<String, Description> more = new LinkedHashMap<>(keys);
            more.put(key, description);
            return new Structure(Collections.unmodifiableMap(more), presence);
        }
    }

    /** Any number of the same thing; its fallback, where it may be left out, is the empty list. */
    record ListOf(Description content, Presence presence) implements Description {}

    static Structure structure() {
        return new Structure(Map.of(), Presence.REQUIRED);
    }

    static Scalar required(ParamType type) {
        return new Scalar(type, Presence.REQUIRED, null);
    }

    static Scalar optional(ParamType type) {
        return new Scalar(type, Presence.OPTIONAL, null);
    }

    static Scalar defaulting(ParamType type, String fallback) {
        return new Scalar(type, Presence.DEFAULT, fallback);
    }

    static ListOf list(Description content) {
        return new ListOf(content, Presence.REQUIRED);
    }

    static ListOf optionalList(Description content) {
        return new ListOf(content, Presence.OPTIONAL);
    }

    static ListOf defaultingList(Description content) {
        return new ListOf(content, Presence.DEFAULT);
    }

    /** Moodle's {@code external_warnings}. */
    static ListOf warnings() {
        return optionalList(structure()
                .with("item", optional(ParamType.TEXT))
                .with("itemid", optional(ParamType.INT))
                .with("warningcode", required(ParamType.ALPHANUM))
                .with("message", required(ParamType.RAW)));
    }

    /** Structures of the same scalar type under several keys: saves repeating the type. */
    static Structure withAll(Structure base, Description each, List<String> keys) {
        Structure result = base;
        for (String key : keys) {
            result = result.with(key, each);
        }
        return result;
    }
}
