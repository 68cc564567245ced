package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Moodle writes is read as it was meant, and nothing that comes in its place does harm. */
class AnswerRoundTripTest {

    private final JsonAnswers json = new JsonAnswers();
    private final XmlAnswers xml = new XmlAnswers();

    static LongStream seeds() {
        return RandomTrees.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void jsonReadsWhatWasWritten(long seed) {
        RandomTrees trees = new RandomTrees(seed, true);
        List<@Nullable Object> tree = trees.list();
        tree.add(trees.textWithControl());

        assertThat(json.read(jsonOf(tree))).isEqualTo(tree);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void xmlReadsWhatWasWrittenAsTexts(long seed) {
        Map<String, @Nullable Object> tree = new RandomTrees(seed, true).map();

        assertThat(xml.read(xmlOf(tree))).isEqualTo(asTexts(tree));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void xmlDoesNotGuessAtControlCharacters(long seed) {
        RandomTrees trees = new RandomTrees(seed, true);
        List<@Nullable Object> tree = trees.list();
        tree.add(trees.textWithControl());

        assertThatThrownBy(() -> xml.read(xmlOf(tree))).isInstanceOf(MalformedAnswerException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothSurviveWhatIsDamaged(long seed) {
        RandomTrees trees = new RandomTrees(seed, true);
        Map<String, @Nullable Object> tree = trees.map();
        tree.put("text", trees.text());

        for (AnswerReader reader : List.of(json, xml)) {
            assertReadOrMalformed(reader, trees.bytes());
            assertReadOrMalformed(reader, trees.damaged(jsonOf(tree)));
            assertReadOrMalformed(reader, trees.damaged(xmlOf(tree)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aListIsReadElementByElementAsItIsInOnePiece(long seed) {
        RandomTrees trees = new RandomTrees(seed, true);
        Map<String, @Nullable Object> tree = trees.map();
        tree.put("long list", new ArrayList<>(List.of(trees.map(), trees.text(), trees.map())));

        assertThat(inParts(json, jsonOf(tree))).isEqualTo(tree);
        assertThat(inParts(xml, xmlOf(tree))).isEqualTo(asTexts(tree));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDamagedListIsReadOrMalformed(long seed) {
        RandomTrees trees = new RandomTrees(seed, true);
        Map<String, @Nullable Object> tree = trees.map();
        tree.put("long list", new ArrayList<>(List.of(trees.map(), trees.text())));

        for (AnswerReader reader : List.of(json, xml)) {
            for (byte[] body : List.of(trees.bytes(), trees.damaged(jsonOf(tree)), trees.damaged(xmlOf(tree)))) {
                Throwable thrown = catchThrowable(() -> inParts(reader, body));
                if (thrown != null) {
                    assertThat(thrown).isInstanceOf(MalformedAnswerException.class);
                }
            }
        }
    }

    private static Map<String, @Nullable Object> inParts(AnswerReader reader, byte[] body) {
        List<@Nullable Object> elements = new ArrayList<>();
        Map<String, @Nullable Object> all = reader.readEach(new ByteArrayInputStream(body), "long list", elements::add);
        all.put("long list", elements);
        return all;
    }

    private static void assertReadOrMalformed(AnswerReader reader, byte[] body) {
        Throwable thrown = catchThrowable(() -> reader.read(body));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(MalformedAnswerException.class);
        }
    }

    /** As PHP's json_encode writes without options: ASCII alone, with slashes escaped. */
    private static byte[] jsonOf(@Nullable Object tree) {
        return json(tree).getBytes(StandardCharsets.US_ASCII);
    }

    private static String json(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(AnswerRoundTripTest::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (tree instanceof String text) {
            return text.chars()
                    .mapToObj(c -> switch (c) {
                        case '"', '\\', '/' -> "\\" + (char) c;
                        case '\n' -> "\\n";
                        case '\t' -> "\\t";
                        default -> c < ' ' || c > '~' ? "\\u%04x".formatted(c) : String.valueOf((char) c);
                    })
                    .collect(Collectors.joining("", "\"", "\""));
        }
        return String.valueOf(tree);
    }

    /** As Moodle's webservice/rest/locallib.php writes. */
    private static byte[] xmlOf(@Nullable Object tree) {
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<RESPONSE>\n" + xml(tree) + "</RESPONSE>\n";
        return document.getBytes(StandardCharsets.UTF_8);
    }

    private static String xml(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> "<KEY name=\"" + entry.getKey() + "\">" + xml(entry.getValue()) + "</KEY>\n")
                    .collect(Collectors.joining("", "<SINGLE>\n", "</SINGLE>\n"));
        }
        if (tree instanceof List<?> list) {
            return list.stream()
                    .map(AnswerRoundTripTest::xml)
                    .collect(Collectors.joining("", "<MULTIPLE>\n", "</MULTIPLE>\n"));
        }
        if (tree == null) {
            return "<VALUE null=\"null\"/>\n";
        }
        String text = String.valueOf(asTexts(tree))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        return "<VALUE>" + text + "</VALUE>\n";
    }

    /** The same tree with a text for each value, as XML carries it. */
    private static @Nullable Object asTexts(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> texts = new LinkedHashMap<>();
            map.forEach((key, value) -> texts.put(String.valueOf(key), asTexts(value)));
            return texts;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> texts = new ArrayList<>();
            list.forEach(value -> texts.add(asTexts(value)));
            return texts;
        }
        if (tree instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return tree == null ? null : String.valueOf(tree);
    }
}
