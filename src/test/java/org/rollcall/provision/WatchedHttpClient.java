package org.rollcall.provision;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Carries calls over another client, and tells of each before it is sent and after it was answered. */
final class WatchedHttpClient extends HttpClient {

    private static final Pattern FUNCTION = Pattern.compile("wsfunction=(\\w+)");

    private final HttpClient carrier;
    private final Consumer<String> beforeSend;
    private final BiConsumer<String, String> afterAnswer;

    /**
     * @param beforeSend takes the function's name
     * @param afterAnswer takes the function's name and the answer's body
     */
    WatchedHttpClient(HttpClient carrier, Consumer<String> beforeSend, BiConsumer<String, String> afterAnswer) {
        this.carrier = carrier;
        this.beforeSend = beforeSend;
        this.afterAnswer = afterAnswer;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        String function = function(request);
        beforeSend.accept(function);
        return carrier.sendAsync(request, handler).thenApply(response -> {
            Object body = response.body();
            String text =
                    body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(body);
            afterAnswer.accept(function, text);
            return response;
        });
    }

    private static String function(HttpRequest request) {
        Matcher matcher = FUNCTION.matcher(body(request));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String body(HttpRequest request) {
        StringBuilder text = new StringBuilder();
        request.bodyPublisher().orElseThrow().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer part) {
                text.append(StandardCharsets.UTF_8.decode(part));
            }

            @Override
            public void onError(Throwable failure) {
                throw new AssertionError(failure);
            }

            @Override
            public void onComplete() {}
        });
        return text.toString();
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return carrier.send(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushPromises) {
        return carrier.sendAsync(request, handler, pushPromises);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return carrier.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return carrier.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return carrier.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return carrier.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return carrier.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return carrier.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return carrier.authenticator();
    }

    @Override
    public Version version() {
        return carrier.version();
    }

    @Override
    public Optional<Executor> executor() {
        return carrier.executor();
    }
}
