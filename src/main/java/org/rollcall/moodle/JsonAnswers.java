package org.rollcall.moodle;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decodes the answers of Moodle's {@code moodlewsrestformat=json}. */
final class JsonAnswers {

    static final String FORMAT = "json";

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Decodes a whole body.
     *
     * @throws JacksonException if it is cut off or no JSON at all
     */
    JsonNode decode(byte[] body) {
        return mapper.readTree(body);
    }
}
