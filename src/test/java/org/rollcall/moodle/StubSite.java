package org.rollcall.moodle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A site on loopback that answers, or misbehaves, as a test tells it, and remembers the requests. */
final class StubSite implements AutoCloseable {

    static final String TOKEN = "5ecre7c0ffee";

    /** One way to answer a request whose body has been read. */
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    record Request(String path, String userAgent, String form) {
        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String pair : form.split("&", -1)) {
                int equals = pair.indexOf('=');
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
            return fields;
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    final CallLog calls = new CallLog();
    final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    StubSite() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Queues replies; the last one is given again and again. */
    StubSite replying(Reply... next) {
        replies.clear();
        replies.addAll(List.of(next));
        return this;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    MoodleSite site() {
        return site(Duration.ofSeconds(20));
    }

    MoodleSite site(Duration callTimeout) {
        return MoodleSite.of(url(), TOKEN)
                .within(new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), callTimeout))
                .retrying(3, Duration.ofMillis(1));
    }

    MoodleClient client() {
        return client(site());
    }

    MoodleClient client(MoodleSite site) {
        HttpClient http = MoodleClient.httpClient(site);
        return new MoodleClient(site, http, calls);
    }

    static Reply json(String body) {
        return status(200, Map.of("Content-Type", "application/json"), body);
    }

    static Reply status(int status, Map<String, String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    static Reply recorded(Recording recording) {
        return status(recording.status(), recording.headers(), recording.body());
    }

    /** Closes the connection without a word. */
    static Reply dropped() {
        return HttpExchange::close;
    }

    /** Promises more than it sends. */
    static Reply truncated(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            exchange.sendResponseHeaders(200, bytes.length + 100L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            throw new IOException("The rest is never sent.");
        };
    }

    /** Says nothing until the test is over. */
    Reply silent() {
        return exchange -> awaitClosing();
    }

    /** Begins an answer and never ends it. */
    Reply unending() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            awaitClosing();
        };
    }

    /** Sends an answer byte by byte, with a pause before each. */
    Reply trickling(String body, Duration pause) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            for (byte b : bytes) {
                paused(pause);
                exchange.getResponseBody().write(b);
                exchange.getResponseBody().flush();
            }
            exchange.close();
        };
    }

    private void paused(Duration pause) throws IOException {
        try {
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("The test is over.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        Reply reply;
        synchronized (replies) {
            requests.add(new Request(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("User-Agent"),
                    form));
            reply = replies.size() > 1 ? replies.remove() : replies.element();
        }
        reply.to(exchange);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
