package org.rollcall.moodle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request and its answer, recorded from a real Moodle 4.5.6. */
record Recording(Map<String, String> request, int status, Map<String, String> headers, String body) {

    static Recording of(String name) {
        try (InputStream in = Recording.class.getResourceAsStream("/moodle-contract/vectors/" + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("No recording is called " + name);
            }
            JsonNode json = new JsonMapper().readTree(in);
            return new Recording(
                    texts(json.path("request_params")),
                    json.path("http_status").asInt(),
                    texts(json.path("response_headers")),
                    json.path("response_body").asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
        return texts;
    }
}
