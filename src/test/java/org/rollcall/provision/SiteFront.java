package org.rollcall.provision;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stands before a site as a proxy does, counts what calls carry, and changes what a test wants changed on the way. */
final class SiteFront implements AutoCloseable {

    /** A call that came, with how many form fields it had. */
    record Call(String function, int fields) {}

    private static final Pattern FUNCTION = Pattern.compile("wsfunction=(\\w+)");

    private final URI site;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final HttpClient carrier = HttpClient.newHttpClient();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Map<String, Runnable> before = new ConcurrentHashMap<>();
    private volatile @Nullable Throwable failure;
    private volatile BinaryOperator<String> rewording = (function, answer) -> answer;

    private SiteFront(URI site, HttpServer server) {
        this.site = site;
        this.server = server;
    }

    static SiteFront of(URI site) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SiteFront front = new SiteFront(site, server);
        server.setExecutor(front.threads);
        server.createContext("/", front::handle);
        server.start();
        return front;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Takes the function and the site's answer, and gives what is answered in its place. */
    void reword(BinaryOperator<String> next) {
        rewording = next;
    }

    /** What happens just before the first call of a function is handed on. */
    void beforeFirst(String function, Runnable action) {
        before.put(function, action);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] form = exchange.getRequestBody().readAllBytes();
            String text = new String(form, StandardCharsets.US_ASCII);
            Matcher matcher = FUNCTION.matcher(text);
            String function = matcher.find() ? matcher.group(1) : "";
            calls.add(new Call(function, text.split("&").length));
            Runnable action = before.remove(function);
            if (action != null) {
                run(action);
            }
            answer(exchange, function, carryOut(form));
        }
    }

    private void run(Runnable action) {
        try {
            action.run();
        } catch (Throwable failed) {
            // The server would swallow it, and the test would take it for a connection that broke.
            failure = failed;
            throw failed;
        }
    }

    private void answer(HttpExchange exchange, String function, HttpResponse<byte[]> answer) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Type", answer.headers().firstValue("Content-Type").orElse("text/html"));
        byte[] body = rewording
                .apply(function, new String(answer.body(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private HttpResponse<byte[]> carryOut(byte[] form) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(site.resolve("/webservice/rest/server.php"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form))
                .build();
        try {
            return carrier.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        if (failure != null) {
            throw new AssertionError("What comes before a call failed", failure);
        }
    }
}
