package org.rollcall.roster.text;

import java.text.Normalizer;

/** What a cell says, without the white space around it. */
public final class CellText {
    private static final char FIRST_COMBINING_MARK = '\u0300';

    private CellText() {}

    /** Without white space, no-break spaces and zero-width characters at the ends. */
    public static String trimmed(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && isBlank(cell.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(cell.charAt(end - 1))) {
            end--;
        }
        return cell.substring(start, end);
    }

    /** Trimmed, and with every letter in its composed form, so that equal names are equal texts. */
    public static String cleaned(String cell) {
        String text = trimmed(cell);
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= FIRST_COMBINING_MARK) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    public static boolean isBlankCell(String cell) {
        return cell.isEmpty() || trimmed(cell).isEmpty();
    }

    private static boolean isBlank(char character) {
        if (character <= ' ') {
            return character != 0;
        }
        return character >= 0x7F
                && (Character.isWhitespace(character)
                        || Character.isSpaceChar(character)
                        || (character >= '\u200B' && character <= '\u200F')
                        || character == '\u2060'
                        || character == '\uFEFF');
    }
}
