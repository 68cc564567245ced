package org.rollcall.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.ListOf;
import org.rollcall.sandbox.Description.Structure;

/** Answers as PHP's {@code json_encode} writes them: slashes and everything beyond ASCII are escaped. */
final class JsonAnswer {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    private JsonAnswer() {}

    static String of(@Nullable Description description, @Nullable Object value) {
        JsonAnswer answer = new JsonAnswer();
        answer.write(description, value);
        return answer.out.toString();
    }

    static String of(MoodleFault fault, Debug debug) {
        JsonAnswer answer = new JsonAnswer();
        answer.out.append('{');
        answer.member("exception", fault.phpClass());
        if (fault.code() != null) {
            answer.member("errorcode", fault.code());
        }
        answer.member("message", fault.message(debug));
        if (debug.tellsDetail() && fault.detail() != null) {
            answer.member("debuginfo", fault.detail());
        }
        answer.out.append('}');
        return answer.out.toString();
    }

    private void member(String key, String value) {
        if (out.length() > 1) {
            out.append(',');
        }
        text(key);
        out.append(':');
        text(value);
    }

    private void write(@Nullable Description description, @Nullable Object value) {
        if (value == null || description == null) {
            out.append("null");
        } else if (description instanceof Structure structure) {
            structure(structure, (Map<?, ?>) value);
        } else if (description instanceof ListOf list) {
            list(list, (List<?>) value);
        } else if (value instanceof Double number) {
            out.append(PhpText.json(number));
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            text(value.toString());
        }
    }

    private void structure(Structure structure, Map<?, ?> values) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Description> key : structure.keys().entrySet()) {
            if (values.containsKey(key.getKey())) {
                out.append(first ? "" : ",");
                first = false;
                text(key.getKey());
                out.append(':');
                write(key.getValue(), values.get(key.getKey()));
            }
        }
        out.append('}');
    }

    private void list(ListOf list, List<?> items) {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : ",");
            write(list.content(), items.get(i));
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"', '\\', '/' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c >= ' ' && c <= '~' + 1) {
                    out.append(c);
                } else {
                    out.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        out.append(HEX.charAt((c >> shift) & 0xF));
                    }
                }
            }
        }
    }
}
