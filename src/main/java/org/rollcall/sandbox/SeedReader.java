package org.rollcall.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads a seed from YAML; its keys are the names of {@link Seed}'s components, written-like-this. */
final class SeedReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private SeedReader() {}

    /** @throws SandboxException if the text is no seed */
    static Seed read(String yaml) {
        Seed seed = read(yaml, Seed.class);
        if (seed.site() == null) {
            throw new SandboxException("The sandbox's seed has no section named site.", null);
        }
        if (seed.tokens().stream()
                .noneMatch(token -> SandboxToken.refusal(token).isEmpty())) {
            throw new SandboxException("The sandbox's seed has no usable token.", null);
        }
        return seed;
    }

    /** Reads a part of a seed. */
    static <T> T read(String yaml, Class<T> type) {
        try {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return MAPPER.convertValue(Objects.requireNonNullElse(tree, Map.of()), type);
        } catch (YAMLException | JacksonException e) {
            throw new SandboxException("The sandbox's seed cannot be read: " + e.getMessage(), e);
        }
    }

    /** The practice site that ships with the program. */
    static Seed practiceSite() {
        try (InputStream in =
                Objects.requireNonNull(SeedReader.class.getResourceAsStream("practice-site.yml"), "practice-site")) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new SandboxException("The practice site's seed cannot be read: " + e.getMessage(), e);
        }
    }
}
