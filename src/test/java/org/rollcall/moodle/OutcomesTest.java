package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.moodle.StubSite.dropped;
import static org.rollcall.moodle.StubSite.json;
import static org.rollcall.moodle.StubSite.status;
import static org.rollcall.moodle.StubSite.truncated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Unavailable;
import org.rollcall.moodle.StubSite.Reply;

/** Which outcome each way has that a call can end, for a call that writes and for one that reads. */
class OutcomesTest {

    private static final List<NewUser> ONE_USER = List.of(NewUser.of("abe", "Abe", "Ode", "abe@example.org"));
    private static final String CREATED = "[{\"id\":7,\"username\":\"abe\"}]";
    private static final int ATTEMPTS = 3;

    private static final String AMBIGUOUS = "ambiguous";
    private static final String REFUSED = "refused";
    private static final String BUSY = UnavailableKind.BUSY.name();
    private static final String SERVICES_OFF = UnavailableKind.SERVICES_OFF.name();
    private static final String TOKEN = UnavailableKind.TOKEN.name();
    private static final String PERMISSION = UnavailableKind.PERMISSION.name();
    private static final String MAINTENANCE = UnavailableKind.MAINTENANCE.name();
    private static final String NO_ANSWER = UnavailableKind.NO_ANSWER.name();
    private static final String NOT_MOODLE = UnavailableKind.NOT_MOODLE.name();

    private final StubSite site = new StubSite();

    @AfterEach
    void close() {
        site.close();
    }

    static Stream<Arguments> endings() {
        Map<String, String> soon = Map.of("Retry-After", "0");
        Map<String, String> past = Map.of("Retry-After", "Sat, 01 Jan 2000 00:00:00 GMT");
        Map<String, String> later = Map.of("Retry-After", "300");
        Map<String, String> date = Map.of("Retry-After", "Thu, 01 Jan 2150 00:00:00 GMT");
        return Stream.of(
                // The site may have carried the call out.
                ending("a dropped connection", dropped(), AMBIGUOUS, NO_ANSWER, ATTEMPTS),
                ending("a body cut off", truncated(CREATED.substring(0, 10)), AMBIGUOUS, NO_ANSWER, ATTEMPTS),
                ending("half a list", json(CREATED.substring(0, 10)), AMBIGUOUS, NO_ANSWER, ATTEMPTS),
                ending("a notice before the answer", json("<br />Notice: x []"), AMBIGUOUS, NO_ANSWER, ATTEMPTS),
                ending("an answer and a half", json(CREATED + CREATED), AMBIGUOUS, NO_ANSWER, ATTEMPTS),
                ending("an empty body", json(""), AMBIGUOUS, NO_ANSWER, ATTEMPTS),
                ending("blanks", json(" \n"), AMBIGUOUS, NO_ANSWER, ATTEMPTS),
                ending("HTTP 204", status(204, Map.of(), ""), AMBIGUOUS, NO_ANSWER, ATTEMPTS),
                ending("HTTP 500", status(500, Map.of(), ""), AMBIGUOUS, NO_ANSWER, ATTEMPTS),
                ending("HTTP 502", status(502, later, "Bad gateway"), AMBIGUOUS, NO_ANSWER, ATTEMPTS),
                ending("HTTP 504", status(504, Map.of(), "Gateway time-out"), AMBIGUOUS, NO_ANSWER, ATTEMPTS),
                ending("HTTP 524", status(524, Map.of(), "A timeout occurred"), AMBIGUOUS, NO_ANSWER, ATTEMPTS),
                ending("a web page", json("\n<!DOCTYPE html><html></html>"), AMBIGUOUS, NOT_MOODLE, 1),
                ending("an answer of another shape", json("{\"a\":1}"), AMBIGUOUS, NOT_MOODLE, 1),
                ending("no list", json("null"), AMBIGUOUS, NOT_MOODLE, 1),
                ending("an item without id", json("[{\"username\":\"abe\"}]"), AMBIGUOUS, NOT_MOODLE, 1),
                ending("an answer it could not check", error("invalidresponse"), AMBIGUOUS, REFUSED, 1),
                // It did not, and may do so soon.
                ending("HTTP 408", status(408, Map.of(), ""), BUSY, BUSY, ATTEMPTS),
                ending("HTTP 429", status(429, Map.of(), ""), BUSY, BUSY, ATTEMPTS),
                ending("HTTP 429, at once", status(429, soon, ""), BUSY, BUSY, ATTEMPTS),
                ending("HTTP 429, a past date", status(429, past, ""), BUSY, BUSY, ATTEMPTS),
                ending("HTTP 503", status(503, Map.of(), "busy"), BUSY, BUSY, ATTEMPTS),
                ending("HTTP 503, a past date", status(503, past, "busy"), BUSY, BUSY, ATTEMPTS),
                ending("a database down", error("dbconnectionfailed"), BUSY, BUSY, ATTEMPTS),
                // It did not, and asks for a pause that is longer than a call waits.
                ending("HTTP 429, later", status(429, later, ""), BUSY, BUSY, 1),
                ending("HTTP 503, later", status(503, later, "busy"), BUSY, BUSY, 1),
                ending("HTTP 503, a date", status(503, date, "busy"), BUSY, BUSY, 1),
                // It did not, and will not until somebody does something.
                ending("maintenance", status(503, later, "<h1>under maintenance</h1>"), MAINTENANCE, MAINTENANCE, 1),
                ending("maintenance by settings", error("sitemaintenance"), MAINTENANCE, MAINTENANCE, 1),
                ending("HTTP 401", status(401, Map.of(), ""), SERVICES_OFF, SERVICES_OFF, 1),
                ending("HTTP 403", status(403, Map.of(), ""), SERVICES_OFF, SERVICES_OFF, 1),
                ending("a wrong token", error("invalidtoken"), TOKEN, TOKEN, 1),
                ending("no permission on the site", error("nopermissions"), PERMISSION, PERMISSION, 1),
                ending("HTTP 404", status(404, Map.of(), "no"), NOT_MOODLE, NOT_MOODLE, 1),
                ending("HTTP 405", status(405, Map.of(), "no"), NOT_MOODLE, NOT_MOODLE, 1),
                ending("a redirect", status(302, Map.of("Location", "https://m.edu/"), ""), NOT_MOODLE, NOT_MOODLE, 1),
                // It said no.
                ending("HTTP 413", status(413, Map.of(), ""), REFUSED, REFUSED, 1),
                ending("a refusal", error("invalidparameter"), REFUSED, REFUSED, 1),
                ending(
                        "an error of PHP's",
                        json("{\"exception\":\"TypeError\",\"message\":\"x\"}"),
                        REFUSED,
                        REFUSED,
                        1));
    }

    private static Arguments ending(String what, Reply reply, String write, String read, int reads) {
        return Arguments.of(what, reply, write, read, reads);
    }

    private static Reply error(String code) {
        return json("{\"exception\":\"moodle_exception\",\"errorcode\":\"" + code + "\",\"message\":\"x\"}");
    }

    @ParameterizedTest(name = "{0}: {2} for a write")
    @MethodSource("endings")
    void ofAWriteWhichIsSentOnce(String what, Reply reply, String write, String read, int reads) {
        site.replying(reply);

        assertThat(named(site.client().users().create(ONE_USER))).as(what).isEqualTo(write);
        assertThat(site.requests).hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {3} for a read")
    @MethodSource("endings")
    void ofAReadWhichIsRepeatedWhereThatMayHelp(String what, Reply reply, String write, String read, int reads) {
        site.replying(reply);

        assertThat(named(site.client().cohorts().all())).as(what).isEqualTo(read);
        assertThat(site.requests).hasSize(reads);
    }

    static Stream<Arguments> patience() {
        return Stream.of(
                Arguments.of(429, "7", Duration.ofSeconds(7)),
                Arguments.of(503, "7", Duration.ofSeconds(7)),
                Arguments.of(503, "Sat, 01 Jan 2000 00:00:00 GMT", Duration.ZERO),
                Arguments.of(503, "soon", null),
                Arguments.of(502, "7", null));
    }

    @ParameterizedTest(name = "HTTP {0} with {1}")
    @MethodSource("patience")
    void tellHowLongTheSiteAsksToBeLeftAlone(int status, String header, @Nullable Duration pause) {
        site.replying(status(status, Map.of("Retry-After", header), "busy"));

        Outcome<List<CreatedUser>> outcome = site.client().users().create(ONE_USER);

        assertThat(outcome instanceof Unavailable<List<CreatedUser>> unavailable ? unavailable.retryAfter() : null)
                .isEqualTo(pause);
    }

    @Test
    void ofAWriteThatIsNotEvenReadIsAmbiguous() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> acceptAndClose(deaf));
            MoodleSite there = MoodleSite.of(URI.create("http://127.0.0.1:" + deaf.getLocalPort()), "t");

            assertThat(site.client(there).users().create(ONE_USER)).isInstanceOf(Ambiguous.class);
            closed.join();
        }
    }

    private static void acceptAndClose(ServerSocket deaf) {
        try {
            deaf.accept().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String named(Outcome<?> outcome) {
        return outcome.fold(
                done -> "done",
                refused -> REFUSED,
                unavailable -> unavailable.kind().name(),
                ambiguous -> AMBIGUOUS);
    }
}
