package org.rollcall.roster;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;

/**
 * Tells a cell that a spreadsheet has spoilt by what it says: a number in exponent form, which has lost its last digits
 * (also how the Excel reader hands on a number of more than 15 digits), or an error such as {@code #REF!}. The text
 * itself is the mark, so a damaged cell stays damaged on its way through a reject report.
 */
final class DamagedCell {
    private static final Pattern EXPONENT = Pattern.compile("[+-]?\\d([.,]\\d+)?[eE][+-]\\d{2,3}");
    private static final Pattern ERROR = Pattern.compile(
            "#(REF!|N/A|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA)");
    private static final int LONGEST = 48;

    private DamagedCell() {}

    /** A sentence about the damage, or null if the cell is sound. */
    static @Nullable String sentence(RosterColumn column, String text) {
        if (text.length() > LONGEST || text.length() < 4) {
            return unreadable(column.name(), text);
        }
        char first = text.charAt(0);
        if (first == '#' && ERROR.matcher(text).matches()) {
            return "The %s holds the spreadsheet's error %s; put the value itself there."
                    .formatted(column.name(), text);
        }
        boolean number = (first >= '0' && first <= '9') || first == '+' || first == '-';
        if (number && EXPONENT.matcher(text).matches()) {
            return ("The %s was changed by the spreadsheet into %s, and its last digits may be lost; format the column"
                            + " as text and enter the value again.")
                    .formatted(column.name(), column.field() == RosterField.PASSWORD ? "exponent form" : text);
        }
        return unreadable(column.name(), text);
    }

    /** A character that no text can hold: Moodle refuses the whole call over it. */
    private static @Nullable String unreadable(String column, String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == 0 || (Character.isSurrogate(character) && !isPair(text, at))) {
                return "The %s holds a character that cannot be read; type the value again.".formatted(column);
            }
        }
        return null;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
