package org.rollcall.moodle;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;

/** Turns the HTML that Moodle puts into messages into sentences. */
final class PlainText {

    private static final Pattern BREAK = Pattern.compile("(?i)<(/(div|p|li|h[1-6])|br) ?/?>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private static final String NO_TEXT = "error/";

    private PlainText() {}

    /** A message of Moodle's; one whose text Moodle could not find is {@code error/} and the code. */
    static String ofMessage(String message) {
        return of(message.startsWith(NO_TEXT) ? message.substring(NO_TEXT.length()) : message);
    }

    static String of(String html) {
        return Arrays.stream(BREAK.split(html))
                .map(part -> TAG.matcher(part).replaceAll(""))
                .map(StringEscapeUtils::unescapeHtml4)
                .map(part -> SPACES.matcher(part).replaceAll(" ").strip())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
