package org.rollcall.roster.header;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML of keys, lists and texts. Whatever stands there is taken as the text that it is: the country NO is no flag, and
 * 0049 keeps its zeros.
 *
 * @param file what people call the file
 * @param yaml its content
 */
record YamlText(String file, String yaml) {

    /**
     * A text and where it stands.
     *
     * @param line counted from 1
     */
    record Text(String value, int line) {}

    /** A key, the line it stands in, and what it holds; null for nothing. */
    record Entry(String key, int line, @Nullable Node value) {}

    /** The keys of the file in their order; none for an empty file. */
    List<Entry> entries() {
        try {
            return entries(new Yaml(new LoaderOptions()).compose(new StringReader(yaml)), "The file");
        } catch (MarkedYAMLException unreadable) {
            int line = unreadable.getProblemMark() == null
                    ? 0
                    : unreadable.getProblemMark().getLine() + 1;
            throw new MappingException(
                    file, line, "it cannot be read as YAML: " + unreadable.getProblem() + ".", unreadable);
        } catch (YAMLException unreadable) {
            throw new MappingException(file, 0, "it cannot be read as YAML.", unreadable);
        }
    }

    /** The keys below an entry. */
    List<Entry> entries(Entry entry) {
        return entries(entry.value(), entry.key());
    }

    /** Whether keys stand below an entry, and not a list or a text. */
    static boolean hasKeys(Entry entry) {
        return entry.value() instanceof MappingNode;
    }

    /** The texts of a list; a single text stands for a list of one. */
    List<Text> texts(Entry entry) {
        Node value = entry.value();
        if (value == null) {
            return List.of();
        }
        List<Text> texts = new ArrayList<>();
        for (Node item : value instanceof SequenceNode list ? list.getValue() : List.of(value)) {
            texts.add(text(item, entry.key()));
        }
        return texts;
    }

    /** The one text that an entry holds. */
    Text text(Entry entry) {
        if (entry.value() == null) {
            throw wrong(entry.line(), "%s has no value.".formatted(entry.key()));
        }
        return text(entry.value(), entry.key());
    }

    MappingException wrong(int line, String sentence) {
        return new MappingException(file, line, sentence);
    }

    private List<Entry> entries(@Nullable Node node, String key) {
        if (node == null || isNothing(node)) {
            return List.of();
        }
        if (!(node instanceof MappingNode map)) {
            throw wrong(line(node), "%s has to hold names with a colon behind them.".formatted(key));
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            Text name = text(tuple.getKeyNode(), key);
            Node value = tuple.getValueNode();
            Entry earlier = entries.putIfAbsent(
                    name.value(), new Entry(name.value(), name.line(), isNothing(value) ? null : value));
            if (earlier != null) {
                throw wrong(
                        name.line(),
                        "%s stands there twice, first in line %d.".formatted(name.value(), earlier.line()));
            }
        }
        return List.copyOf(entries.values());
    }

    private Text text(Node node, String key) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong(line(node), "%s has to hold texts, and here is none.".formatted(key));
        }
        return new Text(scalar.getValue(), line(node));
    }

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
