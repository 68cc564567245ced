package org.rollcall.moodle;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answers of Moodle's {@code moodlewsrestformat=json}. */
final class JsonAnswers implements AnswerReader {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonMapper parts = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public @Nullable Object read(byte[] body) {
        try {
            return mapper.readValue(body, Object.class);
        } catch (JacksonException e) {
            throw new MalformedAnswerException(e);
        }
    }

    @Override
    public Map<String, @Nullable Object> readEach(InputStream body, String list, Consumer<@Nullable Object> elements) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        try (JsonParser json = parts.createParser(body)) {
            require(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                if (json.nextToken() == JsonToken.START_ARRAY && key.equals(list)) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        elements.accept(parts.readValue(json, Object.class));
                    }
                } else {
                    rest.put(key, parts.readValue(json, Object.class));
                }
            }
            require(json.nextToken() == null);
        } catch (JacksonException e) {
            throw new MalformedAnswerException(e);
        }
        return rest;
    }

    private static void require(boolean isMap) {
        if (!isMap) {
            throw new MalformedAnswerException("The answer is no map, or something stands behind it.");
        }
    }
}
