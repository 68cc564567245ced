package org.rollcall.roster.text;

import com.ibm.icu.text.SpoofChecker;
import java.lang.Character.UnicodeScript;
import java.util.Locale;

/**
 * Names characters that look like plain letters and signs without being them, such as a Cyrillic а among Latin letters.
 * What looks like what is Unicode's list of confusables (UTS 39), as ICU has it.
 */
public final class LookAlikes {
    private LookAlikes() {}

    /**
     * Names a character so that its reader sees what is wrong with it.
     *
     * @param character a code point
     * @return {@code the Cyrillic letter "а", which looks like a Latin a}, or for one that looks like nothing else, its
     *     name as {@link CharacterNames} has it
     */
    public static String named(int character) {
        if (character < 0x80) {
            return CharacterNames.of(character);
        }
        String plain = Icu.CHECKER.getSkeleton(Character.toString(character));
        if (plain.length() != 1 || plain.charAt(0) <= ' ' || plain.charAt(0) > '~') {
            return CharacterNames.of(character);
        }
        boolean letter = Character.isLetter(character) && Character.isLetter(plain.charAt(0));
        return "the %s%s \"%s\", which looks like %s"
                .formatted(
                        script(character),
                        letter ? "letter" : "sign",
                        Character.toString(character),
                        letter ? "a Latin " + plain : "\"" + plain + "\"");
    }

    private static String script(int character) {
        UnicodeScript script = UnicodeScript.of(character);
        if (script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED || script == UnicodeScript.LATIN) {
            return "";
        }
        String name = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + " ";
    }

    /** Loaded when the first such character turns up. */
    private static final class Icu {
        static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
    }
}
