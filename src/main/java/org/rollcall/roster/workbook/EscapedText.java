package org.rollcall.roster.workbook;

/** Excel writes a character that XML cannot hold as {@code _x000D_}, and an underscore before such a text as _x005F_. */
final class EscapedText {
    private static final String START = "_x";
    private static final int LENGTH = 7;
    private static final int HEXADECIMAL = 16;

    private EscapedText() {}

    /** What a text of a workbook's XML says. */
    static String read(String text) {
        int escape = text.indexOf(START);
        if (escape < 0) {
            return text;
        }
        StringBuilder read = new StringBuilder(text.length());
        int from = 0;
        while (escape >= 0) {
            int character = character(text, escape);
            if (character >= 0) {
                read.append(text, from, escape).append((char) character);
                from = escape + LENGTH;
            }
            escape = text.indexOf(START, character >= 0 ? from : escape + 1);
        }
        return read.append(text, from, text.length()).toString();
    }

    private static int character(String text, int escape) {
        if (escape + LENGTH > text.length() || text.charAt(escape + LENGTH - 1) != '_') {
            return -1;
        }
        int character = 0;
        for (int at = escape + START.length(); at < escape + LENGTH - 1; at++) {
            int digit = Character.digit(text.charAt(at), HEXADECIMAL);
            if (digit < 0) {
                return -1;
            }
            character = character * HEXADECIMAL + digit;
        }
        return character;
    }
}
