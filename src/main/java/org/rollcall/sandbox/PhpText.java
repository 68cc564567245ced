package org.rollcall.sandbox;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/** How PHP writes and judges values, as far as it shows in Moodle's answers. */
final class PhpText {
    private static final Pattern TAG = Pattern.compile("<(?!\\s)[^>]*(>|$)");

    private PhpText() {}

    /** PHP's {@code var_export} of a list, as Moodle prints the parameters of a failed statement. */
    static String array(Object... values) {
        return array(List.of(values));
    }

    static String array(List<?> values) {
        StringBuilder text = new StringBuilder("array (\n");
        for (int i = 0; i < values.size(); i++) {
            text.append("  ")
                    .append(i)
                    .append(" => ")
                    .append(export(values.get(i)))
                    .append(",\n");
        }
        return text.append(")").toString();
    }

    private static String export(Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        return "'" + value.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** A float as PHP's {@code json_encode} writes it: all its digits, but no fraction of nothing. */
    static String json(double number) {
        return plain(BigDecimal.valueOf(number));
    }

    /** A float as PHP turns it into text: to 14 digits. */
    static String text(double number) {
        return plain(BigDecimal.valueOf(number).round(new MathContext(14, RoundingMode.HALF_EVEN)));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** PHP's {@code trim}: only ASCII white space and NUL. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isTrimmed(text.charAt(start))) {
            start++;
        }
        while (end > start && isTrimmed(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isTrimmed(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0' || c == '\u000B';
    }

    /** PHP's {@code empty} of a text. */
    static boolean isEmpty(String text) {
        return text.isEmpty() || text.equals("0");
    }

    /** Whether the text is what Moodle's {@code fix_utf8} leaves of it: no NUL, no broken UTF-8. */
    static boolean isCleanUtf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0') {
                return false;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether PHP's {@code strip_tags} would leave the text as it is: a '<' counts unless white space follows. */
    static boolean hasNoTags(String text) {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (at + 1 == text.length() || !Character.isWhitespace(text.charAt(at + 1))) {
                return false;
            }
        }
        return true;
    }

    /** PHP's {@code strip_tags}: a tag that is not closed takes the rest of the text with it. */
    static String stripTags(String text) {
        return TAG.matcher(text).replaceAll("");
    }
}
