package org.rollcall.roster;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.text.Wording;
import org.rollcall.roster.text.WrongCharset;

/**
 * Tells a cell that a spreadsheet or an export has spoilt by what it says. The text itself is the mark, so a damaged cell
 * stays damaged on its way through a reject report:
 *
 * <ul>
 *   <li>a number in exponent form, which has lost its last digits (also how the Excel reader hands on a number of more
 *       than 15 digits),
 *   <li>an error such as {@code #REF!}, in whatever language the spreadsheet speaks, {@code Err:502} of LibreOffice, or
 *       the hashes of a column that was too narrow,
 *   <li>a username or id number that is a number with {@code .0} behind it or with commas in it: it once went through
 *       something that took it for an amount, so zeros in front may be gone too,
 *   <li>a character that stands for one that could not be read, or several that one has become by being read in a
 *       wrong character set.
 * </ul>
 */
final class DamagedCell {
    /** {@code 1E10} alone may be a code that people chose; with a sign or a fraction it is none. */
    private static final Pattern EXPONENT =
            Pattern.compile("[+-]?\\d([.,]\\d+)?[eE][+-]\\d{2,3}|[+-]?\\d[.,]\\d+[eE]\\d{1,3}");

    /** Every language of Excel writes its errors in capitals, and nearly all with ! or ? at the end. */
    private static final Pattern ERROR = Pattern.compile("#[¡¿]?\\p{Lu}[\\p{Lu}/0_ ]*[!?]"
            + "|#(N/A|N/D|N/B|NV|I/T|Н/Д|YOK|HIÁNYZIK|NENÍ_K_DISPOZICI|GETTING_DATA)"
            + "|#{3,}"
            + "|(?i:Err ?:\\d{3})");

    private static final Pattern AMOUNT = Pattern.compile("\\d+[.,]0+|\\d{1,3}([,' ’]\\d{3})+");

    /** How Excel shows a formula whose value is not there yet, and how the readers of workbooks hand such a one on. */
    private static final String NOT_CALCULATED = "#GETTING_DATA";

    private static final Set<RosterField> CODES =
            EnumSet.of(RosterField.USERNAME, RosterField.OLDUSERNAME, RosterField.IDNUMBER);

    private static final int LONGEST = 48;

    private DamagedCell() {}

    /** A sentence about the damage, or null if the cell is sound. */
    static @Nullable String sentence(RosterColumn column, String text) {
        if (text.length() > LONGEST || text.length() < 3) {
            return unreadable(column, text);
        }
        char first = text.charAt(0);
        if ((first == '#' || first == 'E' || first == 'e')
                && ERROR.matcher(text).matches()) {
            if (text.equals(NOT_CALCULATED)) {
                return "The %s is a formula that was not calculated before the file was saved; open it in Excel and save it again."
                        .formatted(column.name());
            }
            return "The %s holds %s; put the value itself there."
                    .formatted(
                            column.name(),
                            column.field() == RosterField.PASSWORD
                                    ? "what looks like a spreadsheet's error"
                                    : "the spreadsheet's error " + text);
        }
        if (first == '+' || first == '-' || (isDigit(first) && !isWholeNumber(text))) {
            return spoiltNumber(column, text);
        }
        return unreadable(column, text);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** Digits alone, as most numbers are, need no look at what else they could be. */
    private static boolean isWholeNumber(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!isDigit(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String spoiltNumber(RosterColumn column, String text) {
        if (EXPONENT.matcher(text).matches()) {
            return ("The %s was changed by the spreadsheet into %s, and its last digits may be lost; format the column"
                            + " as text and enter the value again.")
                    .formatted(column.name(), column.field() == RosterField.PASSWORD ? "exponent form" : text);
        }
        if (CODES.contains(column.field()) && AMOUNT.matcher(text).matches()) {
            return ("The %s was changed by some program into the amount %s, and zeros in front may be lost; format the"
                            + " column as text and enter the value again.")
                    .formatted(column.name(), text);
        }
        return unreadable(column, text);
    }

    private static @Nullable String unreadable(RosterColumn column, String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if ((character < ' ' || character > '~') && isUnreadable(text, at)) {
                return character == '\uFFFD'
                        ? "The %s holds the sign \uFFFD, with which some program replaced a letter that it could not read; type the value again."
                                .formatted(column.name())
                        : "The %s holds a character that cannot be read; type the value again."
                                .formatted(column.name());
            }
        }
        String once = column.field() == RosterField.PASSWORD ? null : WrongCharset.undone(text);
        return once == null
                ? null
                : "The %s %s was read in a wrong character set by some program; it was %s once, write that."
                        .formatted(column.name(), Wording.shortened(text), Wording.shortened(once));
    }

    /** NUL and half a character make Moodle refuse the whole call; no text that was read rightly has the others. */
    private static boolean isUnreadable(String text, int at) {
        char character = text.charAt(at);
        return character == 0
                || (character >= 0x7F && character <= 0x9F)
                || character >= '\uFFFD'
                || (Character.isSurrogate(character) && !isPair(text, at));
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
