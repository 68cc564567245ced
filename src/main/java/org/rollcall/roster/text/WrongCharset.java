package org.rollcall.roster.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a text that some program took out of a UTF-8 file as if that were of an older character set, and then saved:
 * {@code ZoÃ«} or {@code Zo√´} for {@code Zoë}. Such a text is written in a sound file, and nothing but itself tells it.
 */
public final class WrongCharset {
    private static final List<Charset> TAKEN_FOR =
            List.of(Charset.forName("windows-1252"), Charset.forName("x-MacRoman"));

    private static final char FIRST_IN_WINDOWS = 'Â';
    private static final char LAST_IN_WINDOWS = 'ô';
    private static final String FIRST_ON_MACS = "¬√ƒ≈∆«»…";

    private WrongCharset() {}

    /**
     * The text as it once was.
     *
     * @return null if there is no sign that it was ever another one
     */
    public static @Nullable String undone(String text) {
        for (int at = 0; at + 1 < text.length(); at++) {
            if (mayBegin(text.charAt(at)) && text.charAt(at + 1) > '~') {
                return TAKEN_FOR.stream()
                        .map(charset -> reread(text, charset))
                        .filter(once -> once != null)
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private static boolean mayBegin(char character) {
        return character > '~'
                && ((character >= FIRST_IN_WINDOWS && character <= LAST_IN_WINDOWS)
                        || FIRST_ON_MACS.indexOf(character) >= 0);
    }

    /** Letters, and the typographic apostrophes and dashes; what is none of them came about by chance. */
    private static boolean isOfNames(int character) {
        return character <= '~' || Character.isLetter(character) || (character >= 0x2010 && character <= 0x2026);
    }

    private static @Nullable String reread(String text, Charset charset) {
        try {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
            String once = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return once.codePoints().allMatch(WrongCharset::isOfNames) ? once : null;
        } catch (CharacterCodingException soundText) {
            return null;
        }
    }
}
