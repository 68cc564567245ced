package org.rollcall.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One recorded call of a real Moodle: the request, the answer, and what the database held afterwards. */
public record ContractVector(String name, JsonNode json) {
    /** Where the contract lies, seen from the project. */
    public static final Path FOLDER = Path.of("src/test/resources/moodle-contract");

    private static final String SERVICE = "/webservice/rest/server.php";

    /** All vectors, in the order of their names. */
    public static List<ContractVector> all() {
        JsonMapper mapper = JsonMapper.builder().build();
        try (Stream<Path> files = Files.list(FOLDER.resolve("vectors"))) {
            return files.sorted()
                    .map(file -> mapper.readTree(file.toFile()))
                    .map(json -> new ContractVector(json.path("name").asString(), json))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String series() {
        return name.substring(0, name.indexOf('.'));
    }

    /** The function called, empty where the request names none. */
    public String function() {
        return json.path("function").asString("");
    }

    Debug debug() {
        JsonNode moodle = json.path("moodle");
        return new Debug(
                moodle.path("debug").asInt(0), moodle.path("debugdisplay").asInt(0) == 1);
    }

    /** The HTTP status of the answer. */
    public int status() {
        return json.path("http_status").asInt();
    }

    /** The content type of the answer, empty for none. */
    public String contentType() {
        return json.path("response_headers").path("content-type").asString("");
    }

    /** The answer, or its beginning. */
    public String body() {
        return json.path("response_body").asString("");
    }

    /** The answer's size in bytes where only its beginning was recorded, else 0. */
    boolean isCut() {
        return json.path("response_bytes").asInt(0) > body().length();
    }

    /** The form fields of the request, in order. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        json.path("request_params")
                .properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().asString()));
        return parameters;
    }

    /** The same vector, sent with other form fields. */
    public ContractVector with(Map<String, String> parameters) {
        ObjectNode changed = ((ObjectNode) json).deepCopy();
        ObjectNode fields = changed.putObject("request_params");
        parameters.forEach(fields::put);
        return new ContractVector(name, changed);
    }

    /** The request as it was sent; forms that were not recorded whole are made by {@link LargeForms}. */
    public WireRequest request() {
        String url = json.path("url").asString(SERVICE);
        Map<String, String> headers = new LinkedHashMap<>();
        json.path("request_headers")
                .properties()
                .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asString()));
        Map<String, String> parameters = parameters();
        if (parameters.containsKey("_omitted")) {
            return LargeForms.request(this, url, headers);
        }
        String method = json.path("http_method").asString("POST");
        String body = json.path("request_body").asString(encode(parameters));
        if (name.endsWith("token_and_function_in_query")) {
            Map<String, String> query = new LinkedHashMap<>(parameters);
            query.keySet().retainAll(List.of("wstoken", "wsfunction"));
            parameters.keySet().removeAll(query.keySet());
            url += "?" + encode(query);
            body = encode(parameters);
        } else if (method.equals("GET") && !body.isEmpty()) {
            url += "?" + body;
            body = "";
        }
        headers.putIfAbsent("Content-Type", "application/x-www-form-urlencoded");
        return new WireRequest(method, url, headers, body);
    }

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
