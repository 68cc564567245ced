package org.rollcall.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.SiteSettings.Maintenance;

/** Speaks HTTP on loopback and hands the forms to the {@link Dispatcher}. */
final class SandboxServer implements AutoCloseable {
    static final String PATH = "/webservice/rest/server.php";

    private static final int THREADS = 8;
    private static final int CLOSING_SECONDS = 10;

    private final HttpServer http;
    private final ExecutorService threads;
    private final Dispatcher dispatcher;
    private final Delivery delivery;

    private SandboxServer(HttpServer http, Dispatcher dispatcher, Faults faults) {
        this.http = http;
        this.dispatcher = dispatcher;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "sandbox");
            thread.setDaemon(true);
            return thread;
        });
        this.delivery = new Delivery(faults, threads);
    }

    static SandboxServer start(int port, Dispatcher dispatcher, Faults faults) {
        // Without it every answer of the JDK's server waits for a delayed acknowledgement, about 45 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer http = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
            SandboxServer server = new SandboxServer(http, dispatcher, faults);
            http.setExecutor(server.threads);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (BindException e) {
            throw new SandboxException(
                    "The sandbox cannot listen on port " + port
                            + ": another program has it, or it is not for you to use.",
                    e);
        } catch (IOException e) {
            throw new SandboxException("The sandbox cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    int port() {
        return http.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdown();
        try {
            // Never by interrupting: that would close the database's file under a call that is writing it.
            threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            SiteSettings settings = dispatcher.settings();
            Reply page = page(exchange, settings);
            if (page == null) {
                PhpForm form = read(exchange, settings);
                delivery.deliver(exchange, Dispatcher.function(form.parameters()), () -> answer(form));
            } else {
                page.send(exchange);
                exchange.close();
            }
        } catch (IOException | RuntimeException e) {
            exchange.close();
            throw e;
        }
    }

    /** What web server and PHP answer before a call is looked at; null if it is. */
    private @Nullable Reply page(HttpExchange exchange, SiteSettings settings) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            return new Reply(404, "text/html; charset=UTF-8", "File not found.\n");
        }
        if (host != null && !("http://" + host).equals(url())) {
            return new Reply(
                    303,
                    "text/html; charset=UTF-8",
                    Page.of("Redirect", "This page should redirect."),
                    Map.of("Location", url() + PATH));
        }
        if (settings.maintenance() == Maintenance.CLI) {
            return new Reply(
                    503,
                    Reply.HTML,
                    Page.of(settings.name() + " under maintenance", Dispatcher.IN_MAINTENANCE),
                    Map.of("Retry-After", "300"));
        }
        return settings.restEnabled() ? null : new Reply(403, Reply.HTML, "");
    }

    private Reply answer(PhpForm form) {
        Dispatcher.Answer answer = dispatcher.answer(form.parameters(), url());
        return new Reply(200, answer.json() ? "application/json" : "application/xml; charset=utf-8", answer.body());
    }

    private static PhpForm read(HttpExchange exchange, SiteSettings settings) throws IOException {
        PhpForm form = new PhpForm();
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            form.addQuery(query, settings.maxInputVars());
        }
        byte[] body = body(exchange.getRequestBody(), settings.postMaxSize());
        String type = contentType(exchange);
        if (exchange.getRequestMethod().equals("POST") && type != null && body.length > 0) {
            if (type.startsWith("application/x-www-form-urlencoded")) {
                form.addBody(body, settings.maxInputVars());
            } else if (type.startsWith("multipart/form-data")) {
                MultipartBody.addTo(form, type, body, settings.maxInputVars());
            }
        }
        return form;
    }

    private static @Nullable String contentType(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Content-Type");
    }

    /** The body; PHP discards it whole when it is larger than {@code post_max_size}. */
    private static byte[] body(InputStream in, long limit) throws IOException {
        byte[] body = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
        if (body.length <= limit) {
            return body;
        }
        in.transferTo(OutputStream.nullOutputStream());
        return new byte[0];
    }
}
