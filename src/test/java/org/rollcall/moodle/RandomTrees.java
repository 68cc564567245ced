package org.rollcall.moodle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Makes up trees of maps, lists, texts, numbers, truth values and nulls; one seed always gives the same. */
final class RandomTrees {

    /** What texts are made of: ordinary letters and whatever is awkward to encode. */
    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "0",
            " ",
            "  ",
            "%",
            "+",
            "&",
            "=",
            "[",
            "]",
            "[0]",
            "<",
            ">",
            "\"",
            "'",
            "/",
            "\\",
            "#",
            ";",
            "?",
            "&amp;",
            "]]>",
            "<!--",
            "%00",
            "\\u0041",
            "é",
            "ß",
            "Ł",
            "漢字",
            "\u05d0",
            "\u0301",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\ufffd",
            "\ue000",
            "\u007f",
            "\u0085",
            "\uD83C\uDF93",
            "\uD83D\uDC68\u200D\uD83D\uDCBB",
            "\uDBFF\uDFFD");

    private static final List<String> CONTROLS = List.of("\u0000", "\u0001", "\u0008", "\u000b", "\u001b", "\u001f");

    private final Random random;
    private final boolean nulls;

    RandomTrees(long seed, boolean nulls) {
        this.random = new Random(seed);
        this.nulls = nulls;
    }

    /** The same hundred seeds in every run, and a hundred that nobody has tried; a failure is named by its seed. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 100), new Random().longs(100));
    }

    Map<String, @Nullable Object> map() {
        return map(0);
    }

    List<@Nullable Object> list() {
        return list(0);
    }

    /** A text without control characters but tab and line feed. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(
                    switch (random.nextInt(12)) {
                        case 0 -> "\t";
                        case 1 -> "\n";
                        case 2 -> Character.toString(anyCodePoint());
                        default -> PIECES.get(random.nextInt(PIECES.size()));
                    });
        }
        return text.toString();
    }

    /** A text with a control character in it. */
    String textWithControl() {
        return text() + CONTROLS.get(random.nextInt(CONTROLS.size())) + text();
    }

    /** So many bytes of anything. */
    byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A document with something of it lost, doubled, or changed. */
    byte[] damaged(byte[] document) {
        byte[] damaged = document.clone();
        int at = random.nextInt(damaged.length);
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(damaged, at);
            case 1 -> {
                damaged[at] = (byte) random.nextInt(256);
                yield damaged;
            }
            default -> {
                System.arraycopy(document, 0, damaged, at, damaged.length - at);
                yield damaged;
            }
        };
    }

    /** Any character that XML 1.0 and UTF-8 can carry, from the space up. */
    private int anyCodePoint() {
        int codePoint;
        do {
            codePoint = ' ' + random.nextInt(Character.MAX_CODE_POINT - ' ');
        } while ((codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
                || codePoint == 0xfffe
                || codePoint == 0xffff);
        return codePoint;
    }

    private @Nullable Object tree(int depth) {
        return switch (random.nextInt(depth > 5 ? 6 : 10)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(1000);
            case 2 -> random.nextBoolean();
            case 3 -> nulls ? null : "";
            case 4, 5 -> text();
            case 6, 7 -> list(depth + 1);
            default -> map(depth + 1);
        };
    }

    private Map<String, @Nullable Object> map(int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.put("key" + random.nextInt(20), tree(depth));
        }
        return map;
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            list.add(tree(depth));
        }
        return list;
    }
}
