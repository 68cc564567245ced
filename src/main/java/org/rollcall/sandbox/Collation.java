package org.rollcall.sandbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts as Moodle's usual database collation compares them (utf8mb4_unicode_ci): without regard to case, accents and
 * trailing spaces. The tables keep such keys beside the values so that every look-up has an index.
 */
final class Collation {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern TRAILING_SPACES = Pattern.compile(" +$");

    private Collation() {}

    /** The key of a text: equal keys mean that Moodle's database takes the texts for equal. */
    static String key(String text) {
        if (isPlain(text)) {
            return text;
        }
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe");
        return TRAILING_SPACES.matcher(bare).replaceFirst("");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z') || c == ' ') {
                return false;
            }
        }
        return true;
    }
}
