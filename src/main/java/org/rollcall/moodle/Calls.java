package org.rollcall.moodle;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How the functions of every area are called: what reads is repeated, what writes is sent once. */
final class Calls {

    private final BatchLimits limits;
    private final Endpoint endpoint;
    private final ReadRetries retries;

    Calls(MoodleSite site, HttpClient http, CallLog calls) {
        this.limits = BatchLimits.of(site.maxInputVars());
        this.endpoint = new Endpoint(site, http, calls);
        this.retries = new ReadRetries(site.readAttempts(), site.retryDelay());
    }

    BatchLimits limits() {
        return limits;
    }

    <T> Outcome<T> read(WsFunction function, Map<String, Object> parameters, int items, Function<Answer, T> decoder) {
        return retries.call(() -> endpoint.call(function, parameters, items, decoder));
    }

    /**
     * Sends a batch, unless it is empty.
     *
     * @param name the parameter that holds the items
     * @param nothing what an empty batch gives
     */
    <I extends BatchItem, T> Outcome<T> write(
            WsFunction function, String name, List<I> items, T nothing, Function<Answer, T> decoder) {
        if (items.isEmpty()) {
            return new Outcome.Done<>(nothing, List.of());
        }
        List<Map<String, Object>> parameters =
                items.stream().map(BatchItem::parameters).toList();
        return endpoint.call(function, Map.of(name, parameters), items.size(), decoder);
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

    /** Two parameters in the order they are sent. */
    static Map<String, Object> ordered(String key1, Object value1, String key2, Object value2) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(key1, value1);
        parameters.put(key2, value2);
        return parameters;
    }
}
