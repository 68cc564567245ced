package org.rollcall.roster.file;

import java.util.Arrays;
import java.util.Locale;

/** The signs that separate the cells of a text file. */
public enum Delimiter {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|'),
    COLON(':');

    private final char sign;

    Delimiter(char sign) {
        this.sign = sign;
    }

    /** {@return the sign itself} */
    public char sign() {
        return sign;
    }

    /**
     * The delimiter that somebody has written down.
     *
     * @param text the sign itself or its English word, such as {@code ;} or {@code semicolon}
     * @return the delimiter
     * @throws IllegalArgumentException if it is neither
     */
    public static Delimiter of(String text) {
        return Arrays.stream(values())
                .filter(delimiter -> text.equals(Character.toString(delimiter.sign))
                        || text.strip().toLowerCase(Locale.ROOT).equals(delimiter.word()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is no delimiter: it has to be one of comma, semicolon, tab, pipe and colon, or the sign itself"
                                .formatted(text)));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
