package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollcall.moodle.StubSite.dropped;
import static org.rollcall.moodle.StubSite.json;
import static org.rollcall.moodle.StubSite.status;
import static org.rollcall.moodle.StubSite.truncated;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Unavailable;

/** The client against a site and a network that misbehave. */
class MoodleClientTest {

    private static final List<NewUser> ONE_USER =
            List.of(NewUser.of("abe", "Abe", "Ode", "abe@example.org").withPassword("Passw0rd#1"));
    private static final String CREATED = "[{\"id\":7,\"username\":\"abe\"}]";

    private final StubSite site = new StubSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Nested
    class AWrite {

        @Test
        void isAmbiguousWhenTheSiteIsSilent() {
            site.replying(site.silent());

            assertThat(site.client(site.site(Duration.ofMillis(200))).users().create(ONE_USER))
                    .isEqualTo(
                            new Ambiguous<>("The site did not answer core_user_create_users within 200 milliseconds."));
            assertThat(site.requests).hasSize(1);
        }

        @Test
        void isNotRepeatedByTheCarrierOnAConnectionThatWasInUse() {
            site.replying(json("[]"), dropped());
            MoodleClient client = site.client();

            assertThat(client.cohorts().all().isDone()).isTrue();
            assertThat(client.users().create(ONE_USER)).isInstanceOf(Ambiguous.class);
            assertThat(site.requests).hasSize(2);
        }

        @Test
        void isAmbiguousWhenTheSiteIsSilentForLongerThanOneMayBe() {
            site.replying(site.unending());
            TimeLimits limits = new TimeLimits(Duration.ofSeconds(5), Duration.ofMillis(150), Duration.ofSeconds(20));

            assertThat(site.client(site.site().within(limits)).users().create(ONE_USER))
                    .isEqualTo(
                            new Ambiguous<>("The site did not answer core_user_create_users within 150 milliseconds."));
        }

        @Test
        void mayTakeLongerThanTheSiteMayBeSilentWhileBytesKeepComing() {
            site.replying(site.trickling(CREATED, Duration.ofMillis(70)));
            TimeLimits limits = new TimeLimits(Duration.ofSeconds(5), Duration.ofMillis(1500), Duration.ofSeconds(20));

            assertThat(site.client(site.site().within(limits)).users().create(ONE_USER))
                    .isEqualTo(new Done<>(List.of(new CreatedUser(7, "abe")), List.of()));
        }

        @Test
        void isAmbiguousWhenTheAnswerNeverEnds() {
            site.replying(site.unending());

            assertThat(site.client(site.site(Duration.ofMillis(200))).users().create(ONE_USER))
                    .isInstanceOf(Ambiguous.class);
        }

        @Test
        void isAmbiguousWhenTheThreadIsInterrupted() {
            site.replying(site.silent());

            Thread.currentThread().interrupt();

            assertThat(site.client().users().create(ONE_USER)).isInstanceOf(Ambiguous.class);
            assertThat(Thread.interrupted()).isTrue();
        }

        @Test
        void ofNothingIsDoneWithoutACall() {
            MoodleClient client = site.client();

            assertThat(client.users().create(List.of()).isDone()).isTrue();
            assertThat(client.enrolments().enrol(List.of())).isEqualTo(new Done<>(new Acknowledged(0), List.of()));
            assertThat(client.users().byField(AccountField.ID, List.of()).isDone())
                    .isTrue();
            assertThat(site.requests).isEmpty();
        }

        @Test
        void ofMoreFieldsThanPhpReadsIsNeverSent() {
            List<NewUser> users = IntStream.range(0, 250)
                    .mapToObj(i -> NewUser.of("u" + i, "F", "L", "e" + i + "@example.org"))
                    .toList();

            assertThatThrownBy(() -> site.client().users().create(users))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1003")
                    .hasMessageNotContaining(StubSite.TOKEN);
            assertThat(site.requests).isEmpty();
        }
    }

    @Nested
    class ARead {

        @Test
        void isRepeatedUntilTheSiteAnswers() {
            site.replying(
                    status(503, Map.of("Retry-After", "0"), ""),
                    truncated("[{"),
                    json("[{\"id\":1,\"name\":\"Staff\",\"idnumber\":\"STAFF\"}]"));

            assertThat(site.client().cohorts().all())
                    .isEqualTo(new Done<>(List.of(new Cohort(1, "Staff", "STAFF", true)), List.of()));
            assertThat(site.requests).hasSize(3);
        }

        @Test
        void waitsAsLongAsTheSiteAsksWhereThatIsShort() {
            site.replying(status(429, Map.of("Retry-After", "1"), ""), json("[]"));
            long begun = System.nanoTime();

            assertThat(site.client().cohorts().all().isDone()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }

        @Test
        void endsUnavailableAfterTheLastAttempt() {
            site.replying(dropped());

            assertThat(site.client().cohorts().all())
                    .isEqualTo(new Unavailable<>(
                            UnavailableKind.NO_ANSWER,
                            "The connection broke before the whole answer to core_cohort_get_cohorts came.",
                            null));
            assertThat(site.requests).hasSize(3);
            assertThat(site.calls.snapshot().get("core_cohort_get_cohorts"))
                    .extracting(CallCount::calls, CallCount::failures)
                    .containsExactly(3L, 3L);
        }

        @Test
        void stopsWhenTheThreadIsInterrupted() {
            site.replying(site.silent());

            Thread.currentThread().interrupt();

            assertThat(site.client().cohorts().all()).isInstanceOf(Unavailable.class);
            assertThat(Thread.interrupted()).isTrue();
        }

        @Test
        void saysWhichCapabilityMakesUsernamesVisible() {
            site.replying(json("[{\"id\":8,\"fullname\":\"Alice Anderson\"}]"));

            assertThat(site.client().users().byField(AccountField.ID, List.of("8")))
                    .isInstanceOfSatisfying(Unavailable.class, unavailable -> {
                        assertThat(unavailable.kind()).isEqualTo(UnavailableKind.PERMISSION);
                        assertThat(unavailable.reason()).contains("moodle/user:viewalldetails");
                    });
        }
    }

    @Nested
    class ManyValues {

        @Test
        void areLookedUpFiveHundredAtATimeAndOnlyOnce() {
            Function<Integer, String> account =
                    id -> "{\"id\":%d,\"username\":\"u%d\",\"fullname\":\"U\"}".formatted(id, id);
            site.replying(
                    json("[" + account.apply(1) + "]"),
                    json("[" + account.apply(1) + "," + account.apply(2) + "]"),
                    json("[]"));
            List<String> values =
                    IntStream.range(0, 1300).mapToObj(i -> "u" + i % 1200).toList();

            Outcome<List<Account>> found = site.client().users().byField(AccountField.USERNAME, values);

            assertThat(found.map(all -> all.stream().map(Account::id).toList()))
                    .isEqualTo(new Done<>(List.of(1L, 2L), List.of()));
            assertThat(site.requests)
                    .extracting(request -> request.fields().size() - 4)
                    .containsExactly(500, 500, 200);
        }

        @Test
        void ofParticipantsComeInPages() {
            String fullPage = IntStream.range(0, 5000)
                    .mapToObj(i -> "{\"id\":" + i + ",\"roles\":[]}")
                    .collect(Collectors.joining(",", "[", "]"));
            site.replying(json(fullPage), json("[{\"id\":6000,\"roles\":[]}]"));

            Outcome<Integer> number = site.client().enrolments().participants(2).map(List::size);

            assertThat(number).isEqualTo(new Done<>(5001, List.of()));
            assertThat(site.requests)
                    .extracting(request -> request.fields().get("options[1][value]"))
                    .containsExactly("0", "5000");
        }
    }

    @Nested
    class TheToken {

        @Test
        void goesFirstIntoTheBodyAndNowhereElse() {
            site.replying(json(CREATED));

            assertThat(site.client().users().create(ONE_USER).isDone()).isTrue();

            assertThat(site.requests).singleElement().satisfies(request -> {
                assertThat(request.path()).isEqualTo("/webservice/rest/server.php");
                assertThat(request.form()).startsWith("wstoken=" + StubSite.TOKEN + "&wsfunction=");
                assertThat(request.userAgent()).startsWith("Rollcall/");
            });
        }
    }

    @Nested
    class WithoutASite {

        @Test
        void nobodyListening() throws IOException {
            int port;
            try (ServerSocket closedSoon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = closedSoon.getLocalPort();
            }

            assertThat(clientOf("http://127.0.0.1:" + port).users().create(ONE_USER))
                    .isEqualTo(new Unavailable<>(
                            UnavailableKind.UNREACHABLE,
                            "Nobody answers at 127.0.0.1; the site is down or cannot be reached from here.",
                            null));
        }

        @Test
        void aNameThatNobodyKnows() {
            assertThat(clientOf("https://moodle.invalid").site().info())
                    .isEqualTo(new Unavailable<>(
                            UnavailableKind.UNREACHABLE,
                            "No host of the name moodle.invalid is known; check rollcall.site.url.",
                            null));
        }

        private MoodleClient clientOf(String url) {
            MoodleSite elsewhere =
                    MoodleSite.of(URI.create(url), StubSite.TOKEN).retrying(2, Duration.ofMillis(1));
            return site.client(elsewhere);
        }
    }
}
