package org.rollcall.moodle;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the functions of every area are called: what reads is repeated, what writes is sent once. */
final class Calls {

    /** A site that did not get to the end of a long list in its time goes on with it, behind our back. */
    private static final int MOST_ATTEMPTS_AT_LONG_LISTS = 2;

    private final int maxInputVars;
    private final BatchLimits limits;
    private final Endpoint endpoint;
    private final ReadRetries retries;
    private final ReadRetries fewRetries;

    Calls(MoodleSite site, HttpClient http, CallLog calls, CallGate gate) {
        this.maxInputVars = site.maxInputVars();
        this.limits = BatchLimits.of(site.maxInputVars());
        this.endpoint = new Endpoint(site, http, calls, gate);
        this.retries = new ReadRetries(site.readAttempts(), site.retryDelay());
        this.fewRetries =
                new ReadRetries(Math.min(MOST_ATTEMPTS_AT_LONG_LISTS, site.readAttempts()), site.retryDelay());
    }

    BatchLimits limits() {
        return limits;
    }

    int maxInputVars() {
        return maxInputVars;
    }

    @Nullable
    Duration clockDifference() {
        return endpoint.clockDifference();
    }

    <T> Outcome<T> read(WsFunction function, Map<String, Object> parameters, int items, Function<Answer, T> decoder) {
        return retries.call(() -> endpoint.call(function, parameters, items, decoder));
    }

    /**
     * Reads a long list bit by bit.
     *
     * @param list the key under which the answer holds it
     * @param consumers makes, for each attempt, what takes the elements; an attempt that broke off may have given some
     * @return how many elements the last one took
     */
    <T> Outcome<Long> readEach(
            WsFunction function,
            Map<String, Object> parameters,
            String list,
            Function<Answer, T> decoder,
            Supplier<Consumer<T>> consumers) {
        return fewRetries.call(() -> endpoint.callEach(function, parameters, list, decoder, consumers.get()));
    }

    /** Reads what is good to know and can be done without: once, and only an answer of so many bytes. */
    <T> Outcome<T> readOnce(
            WsFunction function, Map<String, Object> parameters, long mostBytes, Function<Answer, T> decoder) {
        return endpoint.call(function, parameters, 1, mostBytes, decoder);
    }

    /**
     * Sends a batch, unless it is empty.
     *
     * @param name the parameter that holds the items
     * @param nothing what an empty batch gives
     */
    <T> Outcome<T> write(
            WsFunction function, String name, List<? extends BatchItem> items, T nothing, Function<Answer, T> decoder) {
        return send(function, name, items.stream().map(BatchItem::parameters).toList(), nothing, decoder);
    }

    /** Sends a batch to a function that says nothing but that it is done. */
    Outcome<Acknowledged> write(WsFunction function, String name, List<? extends BatchItem> items) {
        return write(function, name, items, Acknowledged.NOTHING, answer -> Acknowledged.from(answer, items.size()));
    }

    /** Sends a batch of ids to a function that says nothing but that it is done. */
    Outcome<Acknowledged> writeIds(WsFunction function, String name, List<Long> ids) {
        return send(function, name, ids, Acknowledged.NOTHING, answer -> Acknowledged.from(answer, ids.size()));
    }

    private <T> Outcome<T> send(
            WsFunction function, String name, List<?> items, T nothing, Function<Answer, T> decoder) {
        if (items.isEmpty()) {
            return new Outcome.Done<>(nothing, List.of());
        }
        return endpoint.call(function, Map.of(name, items), items.size(), decoder);
    }

    /** Looks up by ids, as many a call as told. */
    <T> Outcome<List<T>> readByIds(
            WsFunction function,
            List<Long> ids,
            int perCall,
            Function<List<Long>, Map<String, Object>> parameters,
            Function<Answer, T> decoder) {
        return inTurn(
                limits.splitIds(ids, perCall),
                part -> read(function, parameters.apply(part), part.size(), answer -> answer.items(decoder)));
    }

    /** Makes one call a part and puts their lists together; the first that is not done ends it. */
    static <P, T> Outcome<List<T>> inTurn(List<P> parts, Function<P, Outcome<List<T>>> call) {
        List<T> all = new ArrayList<>();
        for (P part : parts) {
            Outcome<List<T>> outcome = call.apply(part);
            if (!(outcome instanceof Outcome.Done<List<T>> done)) {
                return outcome;
            }
            all.addAll(done.value());
        }
        return new Outcome.Done<>(List.copyOf(all), List.of());
    }

    /**
     * Reads page by page and puts the pages together.
     *
     * @param page reads a page by its number, counted from 0
     * @param mayGoOn whether a page of this size may be followed by another
     */
    static <T> Outcome<List<T>> inPages(IntFunction<Outcome<List<T>>> page, IntPredicate mayGoOn) {
        List<T> all = new ArrayList<>();
        int number = 0;
        int size;
        do {
            Outcome<List<T>> outcome = page.apply(number);
            if (!(outcome instanceof Outcome.Done<List<T>> done)) {
                return outcome;
            }
            size = done.value().size();
            all.addAll(done.value());
            number++;
        } while (mayGoOn.test(size));
        return new Outcome.Done<>(List.copyOf(all), List.of());
    }
}
