package org.rollcall.roster.csv;

/**
 * How likely a text is that was read with a single-byte character set: a sum of logarithms over its characters beyond
 * ASCII. A wrong character set gives itself away by signs inside words, by capitals behind small letters, and by letters
 * that do not go together in any language.
 */
final class Plausibility {
    private static final double CONTROL = -20;
    private static final double SIGN_IN_WORD = -12;
    private static final double SIGN = -7;
    private static final double APOSTROPHE = -2.5;
    private static final double BLANK = -5;
    private static final double CAPITAL_BEHIND_SMALL = -6;
    private static final double SMALL_AMONG_CAPITALS = -4;
    private static final double SMALL_FIRST = -2;
    private static final double CAPITAL = -1;

    private final Alphabet alphabet;
    private final String text;

    private Plausibility(Alphabet alphabet, String text) {
        this.alphabet = alphabet;
        this.text = text;
    }

    static double of(String text, Alphabet alphabet) {
        return new Plausibility(alphabet, text).sum();
    }

    private double sum() {
        double sum = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                sum += at(at);
            } else if (isCapital(at) && isSmall(at - 1) && text.charAt(at - 1) >= 0x80) {
                sum += CAPITAL_BEHIND_SMALL;
            }
        }
        return sum;
    }

    private double at(int at) {
        char character = text.charAt(at);
        if (Character.isLetter(character) || Character.getType(character) == Character.NON_SPACING_MARK) {
            return alphabet.likelihood(character) + ofCase(at);
        }
        if (Character.isISOControl(character)) {
            return CONTROL;
        }
        if (character == '\u2019' && !isLetter(at - 2) && isLetter(at - 1) && isLetter(at + 1)) {
            return APOSTROPHE;
        }
        if (character == '\u00A0') {
            return BLANK;
        }
        return isLetter(at - 1) || isLetter(at + 1) ? Math.max(SIGN_IN_WORD, alphabet.likelihood(character) - 4) : SIGN;
    }

    private double ofCase(int at) {
        if (isCapital(at)) {
            return isSmall(at - 1) ? CAPITAL_BEHIND_SMALL : CAPITAL;
        }
        if (!isSmall(at)) {
            return 0;
        }
        if (!isLetter(at - 1)) {
            return SMALL_FIRST;
        }
        return isCapital(at - 1) && isCapital(at - 2) ? SMALL_AMONG_CAPITALS : 0;
    }

    private boolean isLetter(int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private boolean isCapital(int at) {
        return at >= 0 && at < text.length() && Character.isUpperCase(text.charAt(at));
    }

    private boolean isSmall(int at) {
        return at >= 0 && Character.isLowerCase(text.charAt(at));
    }
}
