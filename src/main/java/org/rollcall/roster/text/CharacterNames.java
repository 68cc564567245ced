package org.rollcall.roster.text;

import java.util.Locale;
import java.util.Map;

/** Calls a character by a name that a sentence can hold, since many a character cannot be seen. */
public final class CharacterNames {
    private static final Map<Integer, String> USUAL = Map.of(
            (int) ' ',
            "a space",
            (int) '\t',
            "a tab",
            (int) '\n',
            "a line break",
            (int) '\r',
            "a line break",
            0x85,
            "a line break",
            0x200B,
            "a zero-width space",
            0xFEFF,
            "a byte order mark");

    private CharacterNames() {}

    /**
     * Names a character that is blank or cannot be seen.
     *
     * @param character a code point
     * @return its name with an article, such as {@code a no-break space}; in words of Unicode's where nobody has others
     */
    public static String ofInvisible(int character) {
        String usual = USUAL.get(character);
        if (usual != null) {
            return usual;
        }
        if ((character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069)) {
            return "a mark of writing direction";
        }
        String name = Character.getName(character);
        if (name == null || Character.isISOControl(character)) {
            return "the character U+%04X".formatted(character);
        }
        return ("AEIO".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name.toLowerCase(Locale.ROOT);
    }

    /**
     * Names any character.
     *
     * @param character a code point
     * @return the character in quotation marks if it can be seen, else its name
     */
    public static String of(int character) {
        boolean seen = Character.isLetterOrDigit(character) || isSign(character);
        return seen ? "\"" + Character.toString(character) + "\"" : ofInvisible(character);
    }

    private static boolean isSign(int character) {
        return switch (Character.getType(character)) {
            case Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
