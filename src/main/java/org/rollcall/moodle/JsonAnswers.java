package org.rollcall.moodle;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answers of Moodle's {@code moodlewsrestformat=json}. */
final class JsonAnswers implements AnswerReader {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public @Nullable Object read(byte[] body) {
        try {
            return mapper.readValue(body, Object.class);
        } catch (JacksonException e) {
            throw new MalformedAnswerException(e);
        }
    }
}
