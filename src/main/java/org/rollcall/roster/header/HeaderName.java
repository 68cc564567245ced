package org.rollcall.roster.header;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a name of a column is compared by: its letters and digits alone, so that case, accents, punctuation, blanks and the
 * forms of a letter make no difference ({@code E-Mail Adresse} is {@code emailadresse}).
 *
 * @param key all letters and digits
 * @param stem those without the name's number, and without the word or sign that announces it ({@code Cours n° 2} has
 *     {@code cours})
 * @param number the number in front or behind; 0 for a name without one
 */
record HeaderName(String key, String stem, int number) {
    private static final Set<String> ANNOUNCE_A_NUMBER =
            Set.of("n", "no", "nr", "num", "number", "nummer", "numero", "numer");
    private static final int LONGEST = 200;
    private static final int MOST_DIGITS = 4;
    private static final char TATWEEL = '\u0640';

    static HeaderName of(String headerCell) {
        if (headerCell.length() > LONGEST) {
            return new HeaderName("", "", 0);
        }
        List<String> words = words(headerCell);
        String key = String.join("", words);
        int last = words.size() - 1;
        if (last < 1) {
            return new HeaderName(key, key, 0);
        }
        int behind = number(words.get(last));
        if (behind > 0) {
            int end = last > 1 && ANNOUNCE_A_NUMBER.contains(words.get(last - 1)) ? last - 1 : last;
            return new HeaderName(key, String.join("", words.subList(0, end)), behind);
        }
        int before = number(words.get(0));
        return before > 0
                ? new HeaderName(key, String.join("", words.subList(1, last + 1)), before)
                : new HeaderName(key, key, 0);
    }

    static String keyOf(String headerCell) {
        return of(headerCell).key();
    }

    /** Runs of letters and runs of digits. */
    private static List<String> words(String headerCell) {
        String text = Normalizer.normalize(
                Normalizer.normalize(headerCell, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean digits = false;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (isPartOfALetter(character)) {
                continue;
            }
            boolean digit = Character.isDigit(character);
            boolean ends = !Character.isLetterOrDigit(character) || digit != digits;
            if (ends && word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (Character.isLetterOrDigit(character)) {
                word.append(digit ? Integer.toString(Character.digit(character, 10)) : plain(character));
                digits = digit;
            }
        }
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isPartOfALetter(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || character == TATWEEL;
    }

    /** Letters that Unicode does not take apart. */
    private static String plain(int letter) {
        return switch (letter) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ' -> "d";
            case 'ı' -> "i";
            case 'ة' -> "ه";
            case 'ى' -> "ي";
            default -> Character.toString(letter);
        };
    }

    private static int number(String word) {
        boolean digits = word.length() <= MOST_DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(word) : 0;
    }
}
