package org.rollcall.roster.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line {@code sep=;} that may stand first in a file. Excel takes the delimiter from it and does not show it, so the
 * row below it is row 1.
 *
 * @param delimiter what it names
 * @param length its characters, with the line end
 */
record SeparatorLine(char delimiter, int length) {
    private static final Pattern LINE = Pattern.compile(
            "(\"?)sep=([^\\p{L}\\p{N}\"\r\n])\\1[,;]*(\r\n|\n|\r|\\z).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** It stands within so many characters. */
    static final int LONGEST = 64;

    /** The line that a text begins with, or null. */
    static @Nullable SeparatorLine of(Reader text) throws IOException {
        char[] start = new char[LONGEST];
        int length = 0;
        for (int count = 0; count >= 0 && length < LONGEST; length += Math.max(count, 0)) {
            count = text.read(start, length, LONGEST - length);
        }
        Matcher line = LINE.matcher(new String(start, 0, length));
        return line.matches() ? new SeparatorLine(line.group(2).charAt(0), line.end(3)) : null;
    }
}
