package org.rollcall.moodle;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/**
 * Turns the HTML that Moodle puts into messages into sentences: each block is one, and the items of a list follow each
 * other behind semicolons. What only looks like a tag, such as an address in angle brackets, stays.
 */
final class PlainText {

    private static final String NO_TEXT = "error/";
    private static final Pattern INVISIBLE = Pattern.compile("(?is)<!--.*?-->|<(script|style)\\b.*?</\\1\\s*>");
    private static final Pattern BLOCK =
            tag("div|p|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|pre|blockquote|hr"
                    + "|section|article|header|footer|form|fieldset|legend|html|head|body|title");
    private static final Pattern LINE = tag("br");
    private static final Pattern INLINE =
            tag("a|abbr|acronym|b|big|button|cite|code|del|em|font|i|img|input|ins|kbd|label"
                    + "|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    /** A message of Moodle's; one whose text Moodle could not find is {@code error/} and the code. */
    static String ofMessage(String message) {
        return of(message.startsWith(NO_TEXT) ? message.substring(NO_TEXT.length()) : message);
    }

    static String of(String html) {
        PlainText plain = new PlainText();
        String visible = INVISIBLE.matcher(html).replaceAll(" ");
        Matcher block = BLOCK.matcher(visible);
        StringBuilder tags = new StringBuilder();
        int from = 0;
        while (block.find()) {
            plain.add(tags, visible.substring(from, block.start()));
            tags.append(block.group().toLowerCase(Locale.ROOT));
            from = block.end();
        }
        plain.add(tags, visible.substring(from));
        return plain.text.toString();
    }

    /** Adds a block's text, if it has any, behind the mark that the tags before it call for, which it uses up. */
    private void add(StringBuilder tags, String html) {
        String inline = INLINE.matcher(LINE.matcher(html).replaceAll(" ")).replaceAll("");
        String block = SPACES.matcher(StringEscapeUtils.unescapeHtml4(inline))
                .replaceAll(" ")
                .strip();
        if (block.isEmpty()) {
            return;
        }
        if (!text.isEmpty()) {
            text.append(endsWithMark() ? "" : mark(tags.toString())).append(' ');
        }
        text.append(block);
        tags.setLength(0);
    }

    private boolean endsWithMark() {
        return ".!?:;,".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static String mark(String tags) {
        if (tags.contains("<ul") || tags.contains("<ol")) {
            return ":";
        }
        return tags.endsWith("<li>") || tags.contains("<li ") ? ";" : ".";
    }

    private static Pattern tag(String names) {
        return Pattern.compile("(?i)</?(?:" + names + ")(?:\\s[^<>]*)?/?>");
    }
}
