package org.rollcall.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a request as PHP's {@code $_REQUEST} holds them: {@code users[0][username]=x} becomes nested maps
 * in order of arrival, and pairs beyond {@code max_input_vars} are dropped without a word.
 */
final class PhpForm {
    /** PHP's max_input_nesting_level. */
    private static final int DEEPEST = 64;

    private final Map<String, Object> root = new LinkedHashMap<>();

    Map<String, Object> parameters() {
        return root;
    }

    /** Adds the query of a URL; PHP keeps exactly {@code limit} pairs of it. */
    void addQuery(String query, int limit) {
        addEncoded(query, limit);
    }

    /** Adds a url-encoded body; PHP keeps one pair more than the limit, since it counts after storing. */
    void addBody(byte[] body, int limit) {
        addEncoded(new String(body, StandardCharsets.ISO_8859_1), limit + 1);
    }

    private void addEncoded(String encoded, int limit) {
        int kept = 0;
        int start = 0;
        while (start <= encoded.length() && kept < limit) {
            int end = encoded.indexOf('&', start);
            end = end < 0 ? encoded.length() : end;
            if (end > start) {
                addPair(encoded.substring(start, end));
                kept++;
            }
            start = end + 1;
        }
    }

    private void addPair(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        put(UrlText.decode(name), equals < 0 ? "" : UrlText.decode(pair.substring(equals + 1)));
    }

    /** Stores one pair under its bracketed name. */
    void put(String name, String value) {
        List<String> path = path(name);
        if (path.isEmpty() || path.size() > DEEPEST) {
            return;
        }
        Map<String, Object> map = root;
        for (String key : path.subList(0, path.size() - 1)) {
            map = child(map, key.isEmpty() ? nextIndex(map) : key);
        }
        String last = path.get(path.size() - 1);
        map.put(last.isEmpty() ? nextIndex(map) : last, value);
    }

    private static List<String> path(String name) {
        String bare = name.stripLeading();
        int open = bare.indexOf('[');
        int close = open < 0 ? -1 : bare.indexOf(']', open);
        if (close < 0) {
            String plain = phpName(bare.replace('[', '_'));
            return plain.isEmpty() ? List.of() : List.of(plain);
        }
        List<String> path = new ArrayList<>();
        path.add(phpName(bare.substring(0, open)));
        while (open >= 0 && close >= 0) {
            path.add(bare.substring(open + 1, close));
            open = bare.startsWith("[", close + 1) ? close + 1 : -1;
            close = open < 0 ? -1 : bare.indexOf(']', open);
        }
        return path.get(0).isEmpty() ? List.of() : path;
    }

    private static String phpName(String name) {
        return name.replace('.', '_').replace(' ', '_');
    }

    @SuppressWarnings("unchecked") // only this class fills the maps
    private static Map<String, Object> child(Map<String, Object> map, String key) {
        if (map.get(key) instanceof Map<?, ?> child) {
            return (Map<String, Object>) child;
        }
        Map<String, Object> child = new LinkedHashMap<>();
        map.put(key, child);
        return child;
    }

    private static String nextIndex(Map<String, Object> map) {
        long highest = -1;
        for (String key : map.keySet()) {
            if (!key.isEmpty() && key.length() < 18 && key.chars().allMatch(c -> c >= '0' && c <= '9')) {
                highest = Math.max(highest, Long.parseLong(key));
            }
        }
        return Long.toString(highest + 1);
    }
}
