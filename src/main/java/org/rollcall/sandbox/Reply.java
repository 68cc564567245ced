package org.rollcall.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the server sends back.
 *
 * @param headers beside Content-Type and Content-Length
 */
record Reply(int status, String type, String text, Map<String, String> headers) {
    static final String HTML = "text/html; charset=utf-8";

    Reply(int status, String type, String text) {
        this(status, type, text, Map.of());
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        begin(exchange, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Half of the body; the connection breaks when the exchange is closed. */
    void sendHalf(HttpExchange exchange) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        begin(exchange, body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        // Newer versions of Java keep back what is not whole when the exchange is closed.
        exchange.getResponseBody().flush();
    }

    private void begin(HttpExchange exchange, int length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
    }
}
