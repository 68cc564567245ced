package org.rollcall.roster.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A character set that a text may have, other than Unicode's.
 *
 * @param charset the character set
 * @param sample what the sample reads like with it
 * @param likelihood the logarithm of how likely that is
 */
record LegacyCharset(Charset charset, String sample, double likelihood) {
    /** The character sets in which the whole file could be written, the likeliest first. */
    static List<LegacyCharset> candidates(LegacySample sample) {
        Map<Charset, LegacyCharset> best = new LinkedHashMap<>();
        for (Alphabet alphabet : Alphabet.ALL) {
            for (String name : alphabet.charsets()) {
                Charset charset = Charset.forName(name);
                String text = decoded(sample, charset);
                if (text != null) {
                    double likelihood = Plausibility.of(text, alphabet) + alphabet.prior(name);
                    best.merge(charset, new LegacyCharset(charset, text, likelihood), LegacyCharset::likelier);
                }
            }
        }
        for (EastAsian language : EastAsian.values()) {
            String text = decoded(sample.cells(), language.charset());
            if (text != null) {
                best.put(language.charset(), new LegacyCharset(language.charset(), text, language.likelihood(text)));
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(LegacyCharset::likelihood).reversed())
                .toList();
    }

    private static LegacyCharset likelier(LegacyCharset one, LegacyCharset other) {
        return one.likelihood >= other.likelihood ? one : other;
    }

    /** A set with one byte a character has either all byte values of the file, or it is not the file's. */
    private static @Nullable String decoded(LegacySample sample, Charset charset) {
        return decoded(sample.values(), charset) == null ? null : decoded(sample.cells(), charset);
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notOfTheCharset) {
            return null;
        }
    }
}
