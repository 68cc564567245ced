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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stands before a site as a proxy does, hands calls on to it, and fails at the moment that a test names. */
final class SiteFront implements AutoCloseable {

    /** What becomes of a call. */
    enum Fate {
        /** It is carried out and answered. */
        ANSWERED,
        /** It is not carried out: HTTP 503. */
        CLOSED,
        /** It never reaches the site, and the connection breaks. */
        LOST_BEFORE,
        /** The site carries it out, and the connection breaks before the answer. */
        LOST_AFTER,
        /** The connection breaks at once, and the site carries it out only behind the next call's answer. */
        LATE
    }

    /** Decides about a call by its function, its number among the calls of that function, and its number among all. */
    interface Fates {
        Fate of(String function, int nth, int nthOfAll);
    }

    /** A call that came, with how many form fields it had. */
    record Call(String function, int fields) {}

    private static final Pattern FUNCTION = Pattern.compile("wsfunction=(\\w+)");

    private final URI site;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final HttpClient carrier = HttpClient.newHttpClient();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<byte[]> late = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile @Nullable Throwable failure;
    private volatile BinaryOperator<String> rewording = (function, answer) -> answer;
    private volatile Fates fates = (function, nth, nthOfAll) -> Fate.ANSWERED;

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

    /** From now on, counted from 1 anew. */
    void fates(Fates next) {
        counts.clear();
        count.set(0);
        fates = next;
    }

    /** The nth call of a function meets a fate, all others are answered. */
    void fate(String function, int nth, Fate fate) {
        fates((called, n, nthOfAll) -> called.equals(function) && n == nth ? fate : Fate.ANSWERED);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] form = exchange.getRequestBody().readAllBytes();
            String text = new String(form, StandardCharsets.US_ASCII);
            Matcher matcher = FUNCTION.matcher(text);
            String function = matcher.find() ? matcher.group(1) : "";
            calls.add(new Call(function, text.split("&").length));
            int nth =
                    counts.computeIfAbsent(function, any -> new AtomicInteger()).incrementAndGet();
            switch (fate(function, nth)) {
                case ANSWERED -> answer(exchange, function, carryOut(form));
                case CLOSED -> exchange.sendResponseHeaders(503, -1);
                case LOST_AFTER -> carryOut(form);
                case LATE -> late.add(form);
                case LOST_BEFORE -> {}
            }
        }
    }

    private Fate fate(String function, int nth) {
        try {
            return fates.of(function, nth, count.incrementAndGet());
        } catch (Throwable failed) {
            // The server would swallow it, and the test would take it for a connection that broke.
            failure = failed;
            throw failed;
        }
    }

    private void answer(HttpExchange exchange, String function, HttpResponse<byte[]> answer) throws IOException {
        for (byte[] form = late.poll(); form != null; form = late.poll()) {
            carryOut(form);
        }
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
            throw new AssertionError("What decides about calls failed", failure);
        }
    }
}
