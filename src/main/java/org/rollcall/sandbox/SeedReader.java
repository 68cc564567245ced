package org.rollcall.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads a seed from YAML; its keys are the names of {@link Seed}'s components, written-like-this. */
final class SeedReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            // YAML reads a country NO as a flag.
            .withCoercionConfig(
                    LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private SeedReader() {}

    /** @throws SandboxException if the text is no seed */
    static Seed read(String yaml) {
        return read("The sandbox's seed", yaml);
    }

    /** Reads a seed that messages are to call by this name. */
    static Seed read(String name, String yaml) {
        SeedText text = new SeedText(name, yaml);
        Seed seed = convert(text, Seed.class);
        new SeedGaps(text).check(seed);
        new SeedCheck(seed, text).check();
        return seed;
    }

    /** Reads a fault, written as in a seed. */
    static FaultSeed fault(String yaml) {
        SeedText text = new SeedText("The fault", yaml);
        FaultSeed fault = convert(text, FaultSeed.class);
        new SeedGaps(text).check(fault);
        return fault;
    }

    private static <T> T convert(SeedText text, Class<T> type) {
        Object tree = text.tree();
        try {
            return MAPPER.convertValue(tree, type);
        } catch (DatabindException e) {
            List<Object> path = new ArrayList<>();
            e.getPath()
                    .forEach(step ->
                            path.add(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()));
            throw text.wrong(sentence(e, path), path, e);
        } catch (JacksonException e) {
            throw text.wrong("it cannot be read: " + e.getOriginalMessage(), List.of(), e);
        }
    }

    private static String sentence(DatabindException e, List<Object> path) {
        String where = SeedText.key(path);
        if (e instanceof UnrecognizedPropertyException unknown) {
            String keys = Objects.requireNonNull(unknown.getKnownPropertyIds()).stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return "there is no key " + where + "; the keys there are " + keys + ".";
        }
        if (e instanceof InvalidFormatException invalid) {
            boolean flag = invalid.getValue() instanceof Boolean;
            return where + " cannot be \"" + invalid.getValue() + "\"."
                    + (flag ? " YAML takes yes, no, on and off for flags; put them in quotes." : "");
        }
        return (where.isEmpty() ? "it" : where) + " is not written as it has to be.";
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
