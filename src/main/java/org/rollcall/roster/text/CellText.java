package org.rollcall.roster.text;

/** What a cell says, without the white space around it. */
public final class CellText {
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

    /** Cleaned as {@link CleanText} has it for a text on one line, without a word about it. */
    public static String cleaned(String cell) {
        return CleanText.of(cell, TextKind.LINE).text();
    }

    public static boolean isBlankCell(String cell) {
        return cell.isEmpty() || trimmed(cell).isEmpty();
    }

    static boolean isBlank(char character) {
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
