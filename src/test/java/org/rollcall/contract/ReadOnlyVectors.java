package org.rollcall.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rollcall.sandbox.ContractVector;
import org.rollcall.sandbox.WireRequest;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The vectors of {@code real-site.yml}, which change no site, made to fit a site with a token of its own. */
final class ReadOnlyVectors {
    /** The token of the recorded calls that were let in. */
    private static final String RECORDED_TOKEN = "a11ce0000000000000000000000000a1";

    private static final List<String> DEBUG_LEVELS = List.of("", ".debugnormal", ".dev");
    private static final Pattern READS = Pattern.compile(".*_(?:get|search)_.*");
    private static final Pattern RECORD_ID = Pattern.compile(".*\\[(?:id|userid|courseid|cohortid|groupid)]");

    private final Content content;

    /** The content of {@code real-site.yml}. */
    private record Content(List<String> readOnly, Map<String, String> nobody, Map<String, Set<String>> requiredKeys) {}

    ReadOnlyVectors() throws IOException {
        Object yaml = new Yaml().load(Files.readString(ContractVector.FOLDER.resolve("real-site.yml")));
        Map<Object, Object> renamed = new HashMap<>((Map<?, ?>) yaml);
        renamed.put("readOnly", renamed.remove("read-only"));
        renamed.put("requiredKeys", renamed.remove("required-keys"));
        content = JsonMapper.builder().build().convertValue(renamed, Content.class);
    }

    /** The vectors, each in JSON and in XML, as far as they were recorded. */
    List<ContractVector> all() {
        Map<String, ContractVector> byName = new LinkedHashMap<>();
        ContractVector.all().forEach(vector -> byName.put(vector.name(), vector));
        List<ContractVector> chosen = new ArrayList<>();
        for (String name : content.readOnly()) {
            chosen.add(DEBUG_LEVELS.stream()
                    .map(level -> byName.get(name + level))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no such vector: " + name)));
            Stream.of(name + ".xml").map(byName::get).filter(Objects::nonNull).forEach(chosen::add);
        }
        return chosen;
    }

    /** The keys that every site gives in the answers of a function; empty for all that were recorded. */
    Set<String> requiredKeys(ContractVector vector) {
        return content.requiredKeys().getOrDefault(vector.function(), Set.of());
    }

    /**
     * The request with this token in place of the recorded one. A function that writes is told of records that no site
     * has, so that it could not change anything even if its parameters were let through.
     */
    WireRequest request(ContractVector vector, String token) {
        boolean writes = !READS.matcher(vector.function()).matches();
        Map<String, String> parameters = new LinkedHashMap<>();
        vector.parameters().forEach((key, value) -> {
            boolean record = RECORD_ID.matcher(key).matches() && value.matches("\\d+");
            String other = writes && record
                    ? content.nobody().get("9999")
                    : content.nobody().get(value);
            parameters.put(key, value.equals(RECORDED_TOKEN) ? token : Objects.requireNonNullElse(other, value));
        });
        WireRequest request = vector.with(parameters).request();
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.replaceAll((name, value) -> value.replace(RECORDED_TOKEN, token));
        return new WireRequest(request.method(), request.path(), headers, request.body());
    }
}
