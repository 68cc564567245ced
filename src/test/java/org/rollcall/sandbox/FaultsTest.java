package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.sandbox.Fault.Kind;

@DisplayName("Faults that are asked for")
class FaultsTest {
    private static final String CREATE = "core_user_create_users";
    private static final String INFO = "core_webservice_get_site_info";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory());
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> send(SandboxForm form) throws IOException, InterruptedException {
        return http.send(form.request(sandbox), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> create(String username) throws IOException, InterruptedException {
        return send(SandboxForm.creating(List.of(username)));
    }

    /** Whether the answer to a call comes: {@code +} or, where it meets a fault, {@code -}. */
    private String fate(SandboxForm form) throws InterruptedException {
        try {
            send(form);
            return "+";
        } catch (IOException broken) {
            return "-";
        }
    }

    private String fates(int calls, String function) throws InterruptedException {
        StringBuilder fates = new StringBuilder();
        for (int i = 0; i < calls; i++) {
            fates.append(fate(SandboxForm.calling(function)));
        }
        return fates.toString();
    }

    @Nested
    @DisplayName("end a call")
    class Kinds {

        static final List<Arguments> PAGES = List.of(
                Arguments.of(Fault.status(500), 500, "Error 500", false),
                Arguments.of(Fault.status(429), 429, "Error 429", false),
                Arguments.of(Fault.statusAfterCommit(504), 504, "Error 504", true),
                Arguments.of(Fault.htmlPage(), 200, "Log in", false));

        @ParameterizedTest
        @FieldSource("PAGES")
        @DisplayName("by a page")
        void page(Fault fault, int status, String title, boolean carriedOut) throws Exception {
            sandbox.faults().add(FaultRule.always(fault));
            HttpResponse<String> answer = create("ann");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/html");
            assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
            assertThat(answer.body()).contains(title);
            assertThat(sandbox.state().hasUser("ann")).isEqualTo(carriedOut);
        }

        @Test
        @DisplayName("by a page that says when to come again")
        void retryAfter() throws Exception {
            sandbox.faults().add(FaultRule.always(Fault.status(503).retryAfter(Duration.ofSeconds(7))));
            assertThat(create("ann").headers().firstValue("Retry-After")).contains("7");
        }

        static final List<Arguments> BREAKS = List.of(
                Arguments.of(Fault.dropBeforeCall(), false),
                Arguments.of(Fault.dropAfterCommit(), true),
                Arguments.of(Fault.dropAndGoOn(), false),
                Arguments.of(Fault.truncateAfterCommit(), true));

        @ParameterizedTest
        @FieldSource("BREAKS")
        @DisplayName("by a connection that breaks")
        void connectionBreaks(Fault fault, boolean carriedOut) {
            sandbox.faults().add(FaultRule.always(fault));
            assertThatThrownBy(() -> create("ann")).isInstanceOf(IOException.class);
            assertThat(sandbox.state().hasUser("ann")).isEqualTo(carriedOut);
        }

        @Test
        @DisplayName("in the middle of its answer")
        void halfAnAnswer() throws Exception {
            sandbox.faults().add(FaultRule.always(Fault.truncateAfterCommit()));
            String wire = SandboxForm.creating(List.of("ann")).send(sandbox);
            assertThat("[{\"id\":4,\"username\":\"ann\"}]")
                    .startsWith(wire)
                    .hasSizeBetween(2 * wire.length(), 2 * wire.length() + 1);
            assertThat(wire).isNotEmpty();
        }

        @Test
        @DisplayName("whose caller hung up, and the site goes on with it later")
        void goesOn() throws Exception {
            sandbox.faults().add(FaultRule.next(1, Fault.dropAndGoOn()));
            assertThatThrownBy(() -> create("ann")).isInstanceOf(IOException.class);
            create("ben");
            assertThat(sandbox.state().usernames()).endsWith("ben", "ann");
        }

        @Test
        @DisplayName("by its answer, only later")
        void delay() throws Exception {
            sandbox.faults().add(FaultRule.always(Fault.delay(Duration.ofMillis(1), Duration.ofMillis(20))));
            assertThat(create("ann").body()).contains("\"username\":\"ann\"");
        }

        @Test
        @DisplayName("by a page, only later")
        void delayedPage() throws Exception {
            sandbox.faults().add(FaultRule.always(Fault.status(503)));
            sandbox.faults().add(FaultRule.always(Fault.delay(Duration.ofMillis(1))));
            assertThat(create("ann").statusCode()).isEqualTo(503);
        }

        @Test
        @DisplayName("that waits, and no other call waits with it")
        void delayHoldsNoThread() throws Exception {
            sandbox.faults()
                    .add(FaultRule.always(Fault.delay(Duration.ofHours(1))).of(CREATE));
            List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 30)
                    .mapToObj(i -> http.sendAsync(
                            SandboxForm.creating(List.of("u" + i)).request(sandbox),
                            HttpResponse.BodyHandlers.ofString()))
                    .toList();
            assertThat(send(SandboxForm.calling(INFO)).body()).contains("Practice Moodle");
            sandbox.close();
            for (CompletableFuture<HttpResponse<String>> each : waiting) {
                assertThatThrownBy(each::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(IOException.class);
            }
        }
    }

    @Nested
    @DisplayName("meet")
    class Rules {

        static Stream<Arguments> rules() {
            Fault drop = Fault.dropBeforeCall();
            return Stream.of(
                    Arguments.of("every call", FaultRule.always(drop), "---------"),
                    Arguments.of("the next calls", FaultRule.next(3, drop), "---++++++"),
                    Arguments.of("the nth call", FaultRule.nth(4, drop), "+++-+++++"),
                    Arguments.of("each nth call", FaultRule.every(3, drop), "++-++-++-"),
                    Arguments.of("calls behind some", FaultRule.next(2, drop).after(5), "+++++--++"),
                    Arguments.of("their functions", FaultRule.always(drop).of(INFO), "---------"),
                    Arguments.of("no other functions", FaultRule.always(drop).of(CREATE), "+++++++++"),
                    Arguments.of(
                            "what they say",
                            FaultRule.read("fault: drop-before-call, every: 2, times: 3"),
                            "+-+-+-+++"));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("rules")
        @DisplayName("the calls that their rule names")
        void calls(String name, FaultRule rule, String fates) throws InterruptedException {
            sandbox.faults().add(rule);
            assertThat(fates(9, INFO)).isEqualTo(fates);
        }

        @Test
        @DisplayName("calls by chance, the same ones for the same dice")
        void chance() throws InterruptedException {
            List<String> fates = new ArrayList<>();
            for (long dice : new long[] {1, 1, 2}) {
                sandbox.faults().clear();
                sandbox.faults().add(FaultRule.byChance(0.5, dice, Fault.dropBeforeCall()));
                fates.add(fates(24, INFO));
            }
            assertThat(fates.get(0))
                    .isEqualTo(fates.get(1))
                    .isNotEqualTo(fates.get(2))
                    .contains("+", "-");
        }

        @Test
        @DisplayName("in a call the one that was added first, and each counts on its own")
        void several() throws Exception {
            sandbox.faults().add(FaultRule.nth(2, Fault.status(503)));
            sandbox.faults().add(FaultRule.next(2, Fault.status(429)));
            assertThat(create("a").statusCode()).isEqualTo(429);
            assertThat(create("b").statusCode()).isEqualTo(503);
            assertThat(create("c").statusCode()).isEqualTo(200);
        }

        @Test
        @DisplayName("no call any more when they are taken away")
        void clear() throws Exception {
            sandbox.faults().add(FaultRule.always(Fault.dropBeforeCall()));
            sandbox.faults().clear();
            assertThat(create("ann").statusCode()).isEqualTo(200);
        }

        @Test
        @DisplayName("delays between their bounds, which add up")
        void delays() {
            sandbox.faults().add(FaultRule.always(Fault.delay(Duration.ofSeconds(1), Duration.ofSeconds(3))));
            sandbox.faults().add(FaultRule.always(Fault.delay(Duration.ofSeconds(10))));
            List<Duration> drawn = Stream.generate(
                            () -> sandbox.faults().next(INFO).delay())
                    .limit(50)
                    .toList();
            assertThat(drawn)
                    .allSatisfy(delay -> assertThat(delay).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(13)));
            assertThat(drawn.stream().distinct()).hasSizeGreaterThan(1);
        }

        @Test
        @DisplayName("only functions that the service has")
        void unknownFunction() {
            FaultRule rule = FaultRule.always(Fault.htmlPage()).of("core_user_create_user");
            assertThatThrownBy(() -> sandbox.faults().add(rule))
                    .isInstanceOf(SandboxException.class)
                    .hasMessage("A fault is of the function core_user_create_user, which the service lacks.");
        }
    }

    @Nested
    @DisplayName("are written")
    class Written {

        @Test
        @DisplayName("in a seed")
        void seed() throws Exception {
            String yaml = """
                    site: {name: Weak, shortname: weak}
                    users: [{username: ann, firstname: A, lastname: A, email: a@example.com, capabilities: ['webservice/rest:use']}]
                    tokens: [{user: ann}]
                    functions: [core_webservice_get_site_info]
                    faults:
                      - {fault: status, status: 503, retry-after: 2m, times: 1}
                    """;
            try (Sandbox weak = Sandbox.start(SandboxOptions.inMemory().withSeed(yaml))) {
                HttpResponse<String> first =
                        http.send(SandboxForm.calling(INFO).request(weak), HttpResponse.BodyHandlers.ofString());
                assertThat(first.statusCode()).isEqualTo(503);
                assertThat(first.headers().firstValue("Retry-After")).contains("120");
                assertThat(SandboxForm.calling(INFO).send(weak)).contains("\"sitename\":\"Weak\"");
            }
        }

        @Test
        @DisplayName("with everything that a rule has")
        void allKeys() {
            assertThat(FaultRule.read("{fault: delay, delay: 200ms..2s, of: core_user_create_users, after: 1, every: 2,"
                            + " times: 3, chance: 0.25, dice: 7}"))
                    .isEqualTo(new FaultRule(
                            Fault.delay(Duration.ofMillis(200), Duration.ofSeconds(2)),
                            Set.of(CREATE),
                            1,
                            2,
                            3,
                            0.25,
                            7));
            assertThat(FaultRule.read("fault: status-after-commit, status: 504").fault())
                    .isEqualTo(Fault.statusAfterCommit(504));
        }

        @ParameterizedTest
        @EnumSource(
                value = Kind.class,
                mode = EnumSource.Mode.EXCLUDE,
                names = {"DELAY", "STATUS", "STATUS_AFTER_COMMIT"})
        @DisplayName("by the names of their kinds")
        void kinds(Kind kind) {
            String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(FaultRule.read("fault: " + name).fault().kind()).isEqualTo(kind);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                fault: sleep                               | it has to be one of delay, status, status-after-commit
                fault: status                              | it needs a status
                fault: status, status: 200                 | status has to be from 400 to 599
                fault: delay                               | it needs a delay
                fault: html-page, delay: 2s                | only the fault delay has one
                fault: drop-after-commit, status: 503      | status and retry-after belong to a status
                fault: delay, delay: long                  | "long" is no time such as 200ms or 2s
                fault: delay, delay: 2s..1s                | a delay is written from the shortest to the longest
                fault: html-page, every: 0                 | every has to be 1 or more
                fault: html-page, times: 0                 | times has to be 1 or more
                fault: html-page, after: -1                | after has to be 0 or more
                fault: html-page, chance: 1.5              | chance has to be more than 0, and 1 at most
                fault: html-page, colour: red              | The fault: there is no key colour; the keys there are fault, of
                fault: html-page, every: often             | The fault: every cannot be "often".
                every: 2                                   | The fault: fault is missing.
                fault: [                                   | The fault: it cannot be read as YAML
                """)
        @DisplayName("wrongly, and it is said what is wrong")
        void wrongly(String yaml, String complaint) {
            assertThatThrownBy(() -> FaultRule.read(yaml))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining(complaint);
        }
    }
}
