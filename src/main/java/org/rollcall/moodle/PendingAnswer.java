package org.rollcall.moodle;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One request under way, which is waited for while bytes keep coming, and not beyond the limit of the whole call. */
final class PendingAnswer {

    private final TimeLimits limits;
    private final long begun = System.nanoTime();
    private volatile long lastByte = begun;
    private final CompletableFuture<HttpResponse<byte[]>> response;

    /** Makes what collects the bytes of an answer, and tells whenever some came. */
    interface Body {
        BodySubscriber<byte[]> collecting(Runnable onBytes);
    }

    private PendingAnswer(HttpClient http, HttpRequest request, TimeLimits limits, Body body) {
        this.limits = limits;
        this.response = http.sendAsync(request, head -> {
            heard();
            return body.collecting(this::heard);
        });
    }

    static PendingAnswer send(HttpClient http, HttpRequest request, TimeLimits limits, Body body) {
        return new PendingAnswer(http, request, limits, body);
    }

    /**
     * Waits for the whole answer, and breaks the call off when it takes too long or the thread is interrupted.
     *
     * @return the answer, or null where a limit ran out
     */
    @Nullable
    HttpResponse<byte[]> await() throws ExecutionException, InterruptedException {
        try {
            for (long left = nanosecondsLeft(); left > 0; left = nanosecondsLeft()) {
                try {
                    return response.get(left, TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    // Bytes may have come meanwhile; what is left tells.
                }
            }
            return null;
        } finally {
            response.cancel(true);
        }
    }

    /** The limit that ran out, or would be the first to. */
    Duration limit() {
        return silenceLeft() < callLeft() ? limits.read() : limits.call();
    }

    private void heard() {
        lastByte = System.nanoTime();
    }

    private long nanosecondsLeft() {
        return Math.min(silenceLeft(), callLeft());
    }

    private long silenceLeft() {
        return limits.read().toNanos() - (System.nanoTime() - lastByte);
    }

    private long callLeft() {
        return limits.call().toNanos() - (System.nanoTime() - begun);
    }
}
