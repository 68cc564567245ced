package org.rollcall.sandbox;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A seed's YAML, with the places of what stands in it. A path is keys (texts) and positions in lists (numbers, from 0).
 *
 * @param name what messages call it, such as the file
 */
record SeedText(String name, String yaml) {

    private static Yaml reader() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    /** @throws SandboxException if the text is no YAML */
    Object tree() {
        try {
            Object tree = reader().load(yaml);
            return Objects.requireNonNullElse(tree, Map.of());
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? -1 : e.getProblemMark().getLine();
            throw new SandboxException(name + place(line) + ": it cannot be read as YAML: " + e.getProblem() + ".", e);
        } catch (YAMLException e) {
            throw new SandboxException(name + ": it cannot be read as YAML.", e);
        }
    }

    /** What is wrong at a place, or at the nearest thing around it that is written. */
    SandboxException wrong(String sentence, List<?> path, @Nullable Throwable cause) {
        return new SandboxException(name + place(line(path)) + ": " + sentence, cause);
    }

    /** The keys of a path, without the positions in lists. */
    static String key(List<?> path) {
        return path.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining("."));
    }

    private String place(int line) {
        return line < 0 || !yaml.strip().contains("\n") ? "" : ", line " + (line + 1);
    }

    private int line(List<?> path) {
        Node node = reader().compose(new StringReader(yaml));
        int line = -1;
        for (Object step : path) {
            if (node instanceof MappingNode map) {
                NodeTuple entry = entry(map, step);
                if (entry == null) {
                    return line;
                }
                line = entry.getKeyNode().getStartMark().getLine();
                node = entry.getValueNode();
            } else if (node instanceof SequenceNode list && step instanceof Integer index && index < size(list)) {
                node = list.getValue().get(index);
                line = node.getStartMark().getLine();
            }
        }
        return line;
    }

    private static int size(SequenceNode list) {
        return list.getValue().size();
    }

    private static @Nullable NodeTuple entry(MappingNode map, Object key) {
        return map.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .findFirst()
                .orElse(null);
    }
}
