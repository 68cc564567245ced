package org.rollcall.roster.text;

import com.ibm.icu.text.Transliterator;

/** Writes what is written in any script with the letters of plain ASCII, as Unicode's CLDR spells it. */
public final class LatinLetters {
    private LatinLetters() {}

    /**
     * Spells a text in plain letters.
     *
     * @param text in any script
     * @return the same in ASCII, such as {@code Lukasz} for {@code Łukasz}; characters that have no such spelling are left
     */
    public static String of(String text) {
        return text.chars().allMatch(character -> character < 0x80) ? text : Rules.ANY_TO_ASCII.transliterate(text);
    }

    /** Loaded when it is first needed, as the rules of all scripts are large. */
    private static final class Rules {
        static final Transliterator ANY_TO_ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
