package org.rollcall.sandbox;

/** Patterns of SQL's LIKE: MariaDB takes an escaped letter for the letter, where H2 would refuse the pattern. */
final class LikePattern {
    private static final char ESCAPE = '\\';

    private LikePattern() {}

    /** The pattern with escapes before wildcards and before the escape itself only. */
    static String of(String pattern) {
        StringBuilder safe = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != ESCAPE) {
                safe.append(c);
            } else if (i + 1 == pattern.length()) {
                safe.append(ESCAPE).append(ESCAPE);
            } else {
                i++;
                char escaped = pattern.charAt(i);
                safe.append(escaped == '%' || escaped == '_' || escaped == ESCAPE ? "\\" + escaped : escaped);
            }
        }
        return safe.toString();
    }
}
