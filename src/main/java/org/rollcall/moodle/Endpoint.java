package org.rollcall.moodle;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one call to the site's REST service, and counts it. The token goes into the body and nowhere else. */
final class Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final MoodleSite site;
    private final HttpClient http;
    private final CallLog calls;
    private final CallGate gate;
    private final AnswerJudge judge;
    private final LostExchange lost;
    private volatile @Nullable Duration clockDifference;

    Endpoint(MoodleSite site, HttpClient http, CallLog calls, CallGate gate) {
        this.site = site;
        this.http = http;
        this.calls = calls;
        this.gate = gate;
        this.judge = new AnswerJudge(site.format());
        this.lost = new LostExchange(site.url().getHost());
    }

    /**
     * Makes one call.
     *
     * @throws IllegalArgumentException if it takes more form fields than the site's PHP reads
     */
    <T> Outcome<T> call(WsFunction function, Map<String, Object> parameters, int items, Function<Answer, T> decoder) {
        return call(function, parameters, items, MOST_BYTES, decoder);
    }

    /**
     * Makes one call whose answer may be only so large.
     *
     * @throws IllegalArgumentException if it takes more form fields than the site's PHP reads
     */
    <T> Outcome<T> call(
            WsFunction function,
            Map<String, Object> parameters,
            int items,
            long mostBytes,
            Function<Answer, T> decoder) {
        String form = form(function, parameters);
        return counted(
                function,
                items,
                () -> exchange(
                                function,
                                form,
                                onBytes -> new BoundedBody(mostBytes, onBytes),
                                (reader, body) -> reader.read(body.bytes()))
                        .then(done -> decode(function, done.value(), decoder)));
    }

    /**
     * Makes one call whose answer is a map with a list in it, and gives each element of the list once it is read, so that
     * it may be long.
     *
     * @param list the key of the list
     * @return how many elements were given; where the call is not done, some may have been given all the same
     */
    <T> Outcome<Long> callEach(
            WsFunction function,
            Map<String, Object> parameters,
            String list,
            Function<Answer, T> decoder,
            Consumer<T> consumer) {
        String form = form(function, parameters);
        AtomicLong given = new AtomicLong();
        AnswerJudge.Reading reading = (reader, body) -> reader.readEach(body.open(), list, element -> {
            consumer.accept(decoder.apply(new Answer(element, function.wsName() + "[]")));
            given.incrementAndGet();
        });
        return counted(
                function,
                1,
                () -> exchange(function, form, PackedBody::new, reading)
                        .then(done -> new Done<>(given.get(), List.of())));
    }

    private <T> Outcome<T> counted(WsFunction function, int items, Supplier<Outcome<T>> call) {
        gate.enter();
        long begun = System.nanoTime();
        Outcome<T> outcome;
        try {
            outcome = call.get();
        } finally {
            gate.leave();
        }
        long nanoseconds = System.nanoTime() - begun;
        calls.add(function.wsName(), items, outcome.isDone(), nanoseconds);
        LOG.debug(
                "{}, {} items: {} in {} ms",
                function.wsName(),
                items,
                outcome.getClass().getSimpleName(),
                TimeUnit.NANOSECONDS.toMillis(nanoseconds));
        return outcome;
    }

    /** By how much the site's clock was ahead of ours at its latest answer, or null if that did not tell. */
    @Nullable
    Duration clockDifference() {
        return clockDifference;
    }

    private String form(WsFunction function, Map<String, Object> parameters) {
        // Token and function stand first, so that a form that PHP cut off would still be known for what it is.
        FormEncoder encoder = new FormEncoder()
                .add("wstoken", site.token())
                .add("wsfunction", function.wsName())
                .add("moodlewsrestformat", site.format().parameter())
                .addAll(parameters);
        if (encoder.pairs() > site.maxInputVars()) {
            throw new IllegalArgumentException("A call of " + function.wsName() + " takes " + encoder.pairs()
                    + " form fields, and the site reads only " + site.maxInputVars()
                    + "; it would drop the rest without a word.");
        }
        return encoder.form();
    }

    private Outcome<Answer> exchange(
            WsFunction function, String form, PendingAnswer.Body body, AnswerJudge.Reading reading) {
        PendingAnswer pending = PendingAnswer.send(http, request(form), site.timeLimits(), body);
        try {
            HttpResponse<byte[]> response = pending.await();
            if (response == null) {
                return new Ambiguous<>(
                        "The site did not answer " + function.wsName() + " within " + inWords(pending.limit()) + ".");
            }
            clockDifference = SiteClock.difference(response.headers(), Instant.now());
            return judge.judge(function, form.length(), response, reading);
        } catch (UnusableAnswerException e) {
            return unusable(function, e);
        } catch (ExecutionException e) {
            LOG.debug("{} got no answer", function.wsName(), e.getCause());
            return lost.judge(function, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ambiguous<>("The call of " + function.wsName() + " was broken off on this side.");
        }
    }

    private HttpRequest request(String form) {
        return HttpRequest.newBuilder(site.service())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", site.format().mediaType())
                .header("User-Agent", userAgent())
                .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.US_ASCII))
                .build();
    }

    private static <T> Outcome<T> decode(WsFunction function, Answer answer, Function<Answer, T> decoder) {
        try {
            return new Done<>(decoder.apply(answer), List.of());
        } catch (UnusableAnswerException e) {
            return unusable(function, e);
        }
    }

    private static <T> Outcome<T> unusable(WsFunction function, UnusableAnswerException e) {
        return function.writes() ? new Ambiguous<>(e.reason()) : new Unavailable<>(e.kind(), e.reason(), null);
    }

    private static String inWords(Duration limit) {
        return limit.toSeconds() < 1 ? limit.toMillis() + " milliseconds" : limit.toSeconds() + " seconds";
    }

    private static String userAgent() {
        String version = Endpoint.class.getPackage().getImplementationVersion();
        return "Rollcall/" + (version == null ? "development" : version);
    }
}
