package org.rollcall.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has a call carried out and sends its answer, or fails on the way as the site's {@link Faults} ask for. */
final class Delivery {
    /** A call that is ready to be carried out. */
    interface Carriage {
        Reply carryOut();
    }

    private final Faults faults;
    private final Executor threads;
    private final Queue<Carriage> abandoned = new ConcurrentLinkedQueue<>();

    Delivery(Faults faults, Executor threads) {
        this.faults = faults;
        this.threads = threads;
    }

    /** Closes the exchange in the end, and perhaps only after it has returned. */
    void deliver(HttpExchange exchange, String function, Carriage call) throws IOException {
        Due due = faults.next(function);
        if (due.delay().isZero()) {
            end(exchange, due.fault(), call);
        } else {
            // No thread waits meanwhile: many slow calls at a time are what latency is about.
            CompletableFuture.delayedExecutor(due.delay().toNanos(), TimeUnit.NANOSECONDS, threads)
                    .execute(() -> endLater(exchange, due.fault(), call));
        }
    }

    private void endLater(HttpExchange exchange, @Nullable Fault fault, Carriage call) {
        try {
            end(exchange, fault, call);
        } catch (IOException e) {
            // The caller has hung up, as callers of slow sites do.
            exchange.close();
        }
    }

    private void end(HttpExchange exchange, @Nullable Fault fault, Carriage call) throws IOException {
        try (exchange) {
            if (fault == null) {
                Reply answer = call.carryOut();
                goOn();
                answer.send(exchange);
                return;
            }
            switch (fault.kind()) {
                case STATUS -> page(fault).send(exchange);
                case STATUS_AFTER_COMMIT -> {
                    call.carryOut();
                    page(fault).send(exchange);
                }
                case HTML_PAGE -> new Reply(200, Reply.HTML, Page.of("Log in", "Please log in.")).send(exchange);
                case DROP_AFTER_COMMIT -> call.carryOut();
                case DROP_AND_GO_ON -> abandoned.add(call);
                case TRUNCATE_AFTER_COMMIT -> call.carryOut().sendHalf(exchange);
                case DROP_BEFORE_CALL, DELAY -> {}
            }
        }
    }

    private void goOn() {
        for (Carriage call = abandoned.poll(); call != null; call = abandoned.poll()) {
            call.carryOut();
        }
    }

    private static Reply page(Fault fault) {
        Duration retry = fault.retryAfter();
        return new Reply(
                fault.status(),
                Reply.HTML,
                Page.of("Error " + fault.status(), "The server cannot answer now."),
                retry == null ? Map.of() : Map.of("Retry-After", Long.toString(retry.toSeconds())));
    }
}
