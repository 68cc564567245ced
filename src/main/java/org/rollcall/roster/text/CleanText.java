package org.rollcall.roster.text;

import java.util.List;

/**
 * What a cell says once it is cleaned, and what was done for that.
 *
 * <p>Silently, as nobody could want it otherwise, blanks around the text go, and letters take their composed form (NFC).
 * What else is changed is told: special spaces become blanks, characters that cannot be seen are left out, and full-width
 * letters and digits become ordinary ones. Nothing else that looks different is touched: NFKC would make ² a 2 and ﬁ two
 * letters, and how somebody spells a name is not ours to change.
 *
 * @param text the cleaned text
 * @param changes clauses that say what was found and what became of it, such as {@code a soft hyphen was left out};
 *     empty where nothing but the silent changes was done
 */
public record CleanText(String text, List<String> changes) {
    public CleanText {
        changes = List.copyOf(changes);
    }

    /**
     * Cleans a cell.
     *
     * @param cell the cell as it came
     * @param kind what kind of text stands in it
     */
    public static CleanText of(String cell, TextKind kind) {
        return isPlain(cell) ? new CleanText(cell, List.of()) : new TextCleaner(kind).clean(cell);
    }

    /** {@return whether there is nothing to clean: printable ASCII without a blank or an apostrophe in front} */
    public static boolean isPlain(String cell) {
        int length = cell.length();
        if (length == 0) {
            return true;
        }
        if (cell.charAt(0) == ' ' || cell.charAt(0) == '\'' || cell.charAt(length - 1) == ' ') {
            return false;
        }
        for (int at = 0; at < length; at++) {
            char character = cell.charAt(at);
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }
}
