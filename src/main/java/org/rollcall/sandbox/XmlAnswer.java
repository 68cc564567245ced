package org.rollcall.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.ListOf;
import org.rollcall.sandbox.Description.Structure;

/** Answers as Moodle's REST server writes them in XML. Keys that were left out appear as null or as an empty list. */
final class XmlAnswer {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n";

    private final StringBuilder out = new StringBuilder(HEAD);

    private XmlAnswer() {}

    static String of(@Nullable Description description, @Nullable Object value) {
        XmlAnswer answer = new XmlAnswer();
        answer.out.append("<RESPONSE>\n");
        if (description != null) {
            answer.write(description, value);
        }
        return answer.out.append("</RESPONSE>\n").toString();
    }

    static String of(MoodleFault fault, Debug debug) {
        XmlAnswer answer = new XmlAnswer();
        answer.out.append("<EXCEPTION class=\"").append(fault.phpClass()).append("\">\n");
        if (fault.code() != null) {
            answer.element("ERRORCODE", fault.code());
        }
        answer.element("MESSAGE", fault.message(debug));
        if (debug.tellsDetail() && fault.detail() != null) {
            answer.element("DEBUGINFO", fault.detail());
        }
        return answer.out.append("</EXCEPTION>\n").toString();
    }

    private void element(String name, String text) {
        out.append('<').append(name).append('>');
        escape(text);
        out.append("</").append(name).append(">\n");
    }

    private void write(Description description, @Nullable Object value) {
        if (description instanceof Structure structure) {
            structure(structure, value instanceof Map<?, ?> map ? map : Map.of());
        } else if (description instanceof ListOf list) {
            out.append("<MULTIPLE>\n");
            for (Object item : value instanceof List<?> items ? items : List.of()) {
                write(list.content(), item);
            }
            out.append("</MULTIPLE>\n");
        } else if (value == null) {
            out.append("<VALUE null=\"null\"/>\n");
        } else if (value instanceof Double number) {
            element("VALUE", PhpText.text(number));
        } else {
            element("VALUE", value instanceof Boolean flag ? flag ? "1" : "0" : value.toString());
        }
    }

    private void structure(Structure structure, Map<?, ?> values) {
        out.append("<SINGLE>\n");
        structure.keys().forEach((key, description) -> {
            out.append("<KEY name=\"").append(key).append("\">");
            write(description, values.get(key));
            out.append("</KEY>\n");
        });
        out.append("</SINGLE>\n");
    }

    /** PHP's {@code htmlentities} with ENT_COMPAT, for UTF-8: the apostrophe stays. */
    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
