package org.rollcall.roster.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cleans one cell that is more than plain ASCII. */
final class TextCleaner {
    private static final char FIRST_COMBINING_MARK = '\u0300';
    private static final int FULL_WIDTH = 0xFEE0;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int HANGUL_FILLER = 0x3164;
    private static final Pattern MARKED_NUMBER = Pattern.compile("'\\+?[0-9][0-9 ./-]*");

    /** Scripts whose letters join or stack, which ZWNJ and ZWJ steer: in Persian or Malayalam they are spelling. */
    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER);

    private final TextKind kind;
    private final TextChanges changes = new TextChanges();
    private final StringBuilder text = new StringBuilder();

    TextCleaner(TextKind kind) {
        this.kind = kind;
    }

    CleanText clean(String cell) {
        String composed = composed(cell);
        int start = composed.length() - leadingTrimmed(composed).length();
        int end = endOfText(composed, start);
        for (int at = 0; at < composed.length(); ) {
            int character = composed.codePointAt(at);
            if (isBidiMark(character)) {
                changes.leftOut(character);
            } else if (at >= start && at < end) {
                take(character);
            }
            at += Character.charCount(character);
        }
        String cleaned = withoutMark(text.toString().strip());
        return new CleanText(cleaned, cleaned.isEmpty() ? List.of() : changes.clauses());
    }

    private static String composed(String cell) {
        for (int at = 0; at < cell.length(); at++) {
            if (cell.charAt(at) >= FIRST_COMBINING_MARK) {
                return Normalizer.normalize(cell, Normalizer.Form.NFC);
            }
        }
        return cell;
    }

    private static String leadingTrimmed(String cell) {
        int start = 0;
        while (start < cell.length() && CellText.isBlank(cell.charAt(start))) {
            start++;
        }
        return cell.substring(start);
    }

    /** Behind the last character that is no blank; an old Malayalam spelling may end with a joiner. */
    private static int endOfText(String cell, int start) {
        int end = cell.length();
        while (end > start && CellText.isBlank(cell.charAt(end - 1))) {
            end--;
        }
        boolean joinerFollows = end > start && end < cell.length() && isJoiner(cell.charAt(end));
        return joinerFollows && steersJoining(cell.codePointBefore(end), cell.charAt(end)) ? end + 1 : end;
    }

    private void take(int character) {
        if (character < 0x7F && character >= ' ') {
            text.append((char) character);
        } else if (isLineBreak(character)) {
            lineBreak(character);
        } else if (character == '\t' || Character.getType(character) == Character.SPACE_SEPARATOR) {
            if (character != '\t' || kind != TextKind.LINES) {
                changes.readAsBlank(character);
            }
            blank();
        } else if (isInvisible(character)) {
            invisible(character);
        } else {
            visible(character);
        }
    }

    private void lineBreak(int character) {
        boolean ordinary = character == '\n' || character == '\r';
        if (kind != TextKind.LINES) {
            changes.readAsBlank(character);
            blank();
        } else if (ordinary) {
            text.append((char) character);
        } else {
            changes.readAsLineBreak(character);
            text.append('\n');
        }
    }

    private void blank() {
        if (text.length() == 0 || text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    private void invisible(int character) {
        boolean spelling = isJoiner(character)
                && kind != TextKind.CODE
                && text.length() > 0
                && steersJoining(text.codePointBefore(text.length()), character);
        if (spelling) {
            text.append((char) character);
        } else {
            changes.leftOut(character);
        }
    }

    private void visible(int character) {
        boolean fullWidth = character > FULL_WIDTH + ' ' && character <= FULL_WIDTH + '~';
        if (fullWidth && (kind == TextKind.CODE || Character.isLetterOrDigit(character))) {
            changes.other("full-width characters were read as ordinary ones");
            text.append((char) (character - FULL_WIDTH));
        } else if (kind == TextKind.CODE && Character.isDigit(character)) {
            changes.other("digits of another script were read as 0 to 9");
            text.append(Character.digit(character, 10));
        } else {
            text.appendCodePoint(character);
        }
    }

    /** Typed in front of a number so that the spreadsheet leaves it alone; in a CSV it is an apostrophe like any other. */
    private String withoutMark(String cleaned) {
        if (kind == TextKind.LINES || cleaned.isEmpty() || cleaned.charAt(0) != '\'') {
            return cleaned;
        }
        if (!MARKED_NUMBER.matcher(cleaned).matches()) {
            return cleaned;
        }
        changes.other(
                "the apostrophe in front, by which a spreadsheet is told to keep a number as it is, was left out");
        return cleaned.substring(1);
    }

    private static boolean isLineBreak(int character) {
        return (character >= '\n' && character <= '\r')
                || character == 0x85
                || character == 0x2028
                || character == 0x2029;
    }

    /** Marks that set the direction of writing; they also come with every text copied out of some dialogs. */
    private static boolean isBidiMark(int character) {
        return character == 0x200E
                || character == 0x200F
                || character == 0x061C
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    /** NUL and the controls above 0x7F are no dirt but damage, and are told as that. */
    private static boolean isInvisible(int character) {
        return (character > 0 && character < ' ')
                || character == 0x7F
                || character == 0xAD
                || character == 0x180E
                || (character >= 0x200B && character <= ZERO_WIDTH_JOINER)
                || (character >= 0x2060 && character <= 0x206F)
                || character == HANGUL_FILLER
                || character == 0xFEFF
                || (character >= 0xFFF9 && character <= 0xFFFB);
    }

    private static boolean isJoiner(int character) {
        return character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
    }

    private static boolean steersJoining(int before, int joiner) {
        boolean pictures = joiner == ZERO_WIDTH_JOINER
                && (before == 0xFE0F
                        || Character.getType(before) == Character.OTHER_SYMBOL
                        || (before >= 0x1F3FB && before <= 0x1F3FF));
        return pictures || JOINING.contains(UnicodeScript.of(before));
    }
}
