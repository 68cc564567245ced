package org.rollcall.roster.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.csv.TextCharset.Origin;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.UnicodeText;

/**
 * Finds out what the bytes of a file stand for: first by a byte order mark, then by what is fixed, then by zeros in every
 * other place, then as UTF-8 if the whole file is, and at last by what the cells read like.
 */
final class CharsetDetection {
    private static final int START = 8192;
    /** A character set that is less than so many times likelier than the next (e³ = 20) is named together with that. */
    private static final double NEAR_THING = 3;

    private final Path path;

    private CharsetDetection(Path path) {
        this.path = path;
    }

    /**
     * Looks at a file.
     *
     * @param fixed the character set that the settings name; null for none
     * @throws RosterException if the file cannot be read, or is in no character set that is known
     */
    static TextCharset of(Path path, @Nullable Charset fixed) {
        String file = String.valueOf(path.getFileName());
        try {
            TextCharset found = new CharsetDetection(path).find(fixed);
            if (found == null) {
                throw new RosterException(
                        ("%s does not say its character set, and its bytes are of none that Rollcall knows: save it as"
                                        + " 'CSV UTF-8', or set rollcall.roster.charset.")
                                .formatted(file));
            }
            return found;
        } catch (IOException failure) {
            throw new RosterException("%s cannot be read.".formatted(file), failure);
        }
    }

    private @Nullable TextCharset find(@Nullable Charset fixed) throws IOException {
        UnicodeText unicode = UnicodeText.of(start());
        boolean marked = unicode != null && unicode.marked();
        if (fixed != null && !marked) {
            return TextCharset.of(fixed, Origin.FIXED);
        }
        if (unicode != null && !unicode.charset().equals(StandardCharsets.UTF_8)) {
            return TextCharset.of(unicode.charset(), marked ? Origin.MARK : Origin.FOUND);
        }
        Utf8Scan scan = utf8();
        if (scan.isUtf8() || marked || scan.isMostlyUtf8()) {
            return TextCharset.utf8(marked ? Origin.MARK : Origin.FOUND, scan.broken());
        }
        return guessed();
    }

    private @Nullable TextCharset guessed() throws IOException {
        List<LegacyCharset> candidates;
        try (InputStream in = Files.newInputStream(path)) {
            candidates = LegacyCharset.candidates(LegacySample.of(in));
        }
        for (int i = 0; i < candidates.size(); i++) {
            LegacyCharset likeliest = candidates.get(i);
            if (isWholly(likeliest.charset())) {
                Charset other = null;
                for (LegacyCharset next : candidates.subList(i + 1, candidates.size())) {
                    boolean near = likeliest.likelihood() - next.likelihood() < NEAR_THING;
                    if (near && other == null && !next.sample().equals(likeliest.sample())) {
                        other = next.charset();
                    }
                }
                return new TextCharset(likeliest.charset(), Origin.GUESSED, 0, other);
            }
        }
        return null;
    }

    private boolean isWholly(Charset charset) throws IOException {
        CharsetDecoder decoder = TextCharset.of(charset, Origin.GUESSED).decoder();
        if (decoder.maxCharsPerByte() == 1 && charset.newEncoder().maxBytesPerChar() == 1) {
            return true;
        }
        char[] text = new char[START];
        try (StrictReader reader = new StrictReader(Files.newInputStream(path), decoder, Long.MAX_VALUE)) {
            int count = 0;
            while (count >= 0) {
                count = reader.read(text, 0, text.length);
            }
            return true;
        } catch (CharacterCodingException notOfTheCharset) {
            return false;
        }
    }

    private byte[] start() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(START);
        }
    }

    private Utf8Scan utf8() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Utf8Scan.of(in);
        }
    }
}
