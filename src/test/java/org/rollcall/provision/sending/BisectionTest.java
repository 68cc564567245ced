package org.rollcall.provision.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.BatchLimits;
import org.rollcall.moodle.CallGate;
import org.rollcall.moodle.NewMember;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;
import org.rollcall.moodle.Pace;
import org.rollcall.moodle.PaceLimits;
import org.rollcall.moodle.PaceLimits.Range;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.operation.SiteUnavailableException;

@DisplayName("A batch that is bisected")
class BisectionTest {

    private static final int ITEMS = 50;

    /** One whole call, and twice the number of halvings that lead from fifty items to one. */
    private static final int MOST_CALLS = 1 + 2 * 6;

    private final Site site = new Site();

    private void run(int items) {
        Pace pace = new Pace(new PaceLimits(Range.pinned(500), Range.pinned(1), Duration.ofSeconds(8)));
        new BatchSender(
                        pace,
                        BatchLimits.of(1000),
                        new SettlingTime(Duration.ofMillis(1), new CallGate()),
                        settled -> {})
                .send(IntStream.range(0, items).boxed().toList(), site);
    }

    private static List<Integer> allBut(int items, Set<Integer> some) {
        return IntStream.range(0, items)
                .filter(item -> !some.contains(item))
                .boxed()
                .toList();
    }

    static IntStream positions() {
        return IntStream.range(0, ITEMS);
    }

    @Test
    void withoutABadItemIsOneCall() {
        run(ITEMS);
        assertThat(site.sent).hasSize(1);
        assertThat(site.done).hasSize(ITEMS);
        assertThat(site.refused).isEmpty();
    }

    @Test
    void withoutItemsIsNoCall() {
        run(0);
        assertThat(site.sent).isEmpty();
    }

    @ParameterizedTest(name = "at position {0}")
    @MethodSource("positions")
    void withOneBadItemFindsItInFewCalls(int bad) {
        site.bad.add(bad);
        run(ITEMS);
        assertThat(site.refused).containsExactly(bad);
        assertThat(site.done).containsExactlyElementsOf(allBut(ITEMS, Set.of(bad)));
        assertThat(site.sent).hasSizeLessThanOrEqualTo(MOST_CALLS);
    }

    @Test
    void doesNotSendAHalfWholeThatMustHoldTheBadItem() {
        site.bad.add(ITEMS - 1);
        run(ITEMS);
        assertThat(site.sent).extracting(List::size).containsExactly(50, 25, 13, 6, 3, 2, 1);
    }

    @ParameterizedTest(name = "{0} items")
    @ValueSource(ints = {1, 2, 3, 7, 16, 50})
    void withNothingButBadItemsJudgesEachAlone(int items) {
        site.bad.addAll(IntStream.range(0, items).boxed().toList());
        run(items);
        assertThat(site.refused).hasSize(items);
        assertThat(site.done).isEmpty();
        assertThat(site.sent).hasSizeLessThan(2 * items);
    }

    static List<Set<Integer>> severalBad() {
        return List.of(Set.of(0, 49), Set.of(24, 25), Set.of(3, 4, 5), Set.of(0, 12, 31, 48), Set.of(7, 8, 40));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("severalBad")
    void withSeveralBadItemsFindsEach(Set<Integer> bad) {
        site.bad.addAll(bad);
        run(ITEMS);
        assertThat(site.refused).containsExactlyElementsOf(bad.stream().sorted().toList());
        assertThat(site.done).containsExactlyElementsOf(allBut(ITEMS, bad));
        assertThat(site.sent).hasSizeLessThanOrEqualTo(1 + 2 * 6 * bad.size());
    }

    @Test
    void sendsNoItemAgainOnceItIsDone() {
        site.bad.addAll(List.of(11, 37));
        run(ITEMS);
        assertThat(site.done).doesNotHaveDuplicates();
        assertThat(site.refused).doesNotHaveDuplicates();
    }

    @Nested
    @DisplayName("while the site goes away")
    class Unavailability {

        @Test
        void throwsAndLeavesTheRestWithoutAVerdict() {
            site.bad.add(0);
            site.answers.put(
                    4, batch -> new Unavailable<>(UnavailableKind.MAINTENANCE, "It is closed for maintenance.", null));

            assertThatThrownBy(() -> run(8))
                    .isInstanceOfSatisfying(
                            SiteUnavailableException.class,
                            thrown -> assertThat(thrown.kind()).isEqualTo(UnavailableKind.MAINTENANCE))
                    .hasMessage("It is closed for maintenance.");

            assertThat(site.sent).hasSize(4).last().isEqualTo(List.of(0));
            assertThat(site.done).isEmpty();
            assertThat(site.refused).isEmpty();
        }
    }

    @Nested
    @DisplayName("whose call got no whole answer")
    class Ambiguity {

        @Test
        void isNotSentAgainWhereAllOfItTurnsOutDone() {
            site.answers.put(1, site::carriedOutWithoutAnswer);
            run(10);
            assertThat(site.sent).hasSize(1);
            assertThat(site.done).containsExactlyElementsOf(allBut(10, Set.of()));
        }

        @Test
        void isSentAgainWhereNothingWasKept() {
            site.answers.put(1, batch -> new Ambiguous<>("The connection broke."));
            run(10);
            assertThat(site.sent).hasSize(2);
            assertThat(site.done).containsExactlyElementsOf(allBut(10, Set.of()));
        }

        @Test
        void isBisectedWhenItIsRefusedTheSecondTime() {
            site.bad.add(3);
            site.answers.put(1, batch -> new Ambiguous<>("The connection broke."));
            run(10);
            assertThat(site.refused).containsExactly(3);
            assertThat(site.done).containsExactlyElementsOf(allBut(10, Set.of(3)));
        }

        @Test
        void isSettledInTheMiddleOfABisectionToo() {
            site.bad.add(7);
            site.answers.put(2, site::carriedOutWithoutAnswer);
            run(10);
            assertThat(site.refused).containsExactly(7);
            assertThat(site.done).containsExactlyElementsOf(allBut(10, Set.of(7)));
        }

        @Test
        void endsTheStepWhenThereIsNoAnswerTheThirdTimeEither() {
            site.answers.put(1, batch -> new Ambiguous<>("The connection broke."));
            site.answers.put(2, batch -> new Ambiguous<>("It broke again."));
            site.answers.put(3, batch -> new Ambiguous<>("It broke once more."));

            assertThatThrownBy(() -> run(10))
                    .isInstanceOfSatisfying(
                            SiteUnavailableException.class,
                            thrown -> assertThat(thrown.kind()).isEqualTo(UnavailableKind.NO_ANSWER))
                    .hasMessage("It broke once more.");

            assertThat(site.sent).hasSize(3);
            assertThat(site.done).isEmpty();
            assertThat(site.refused).isEmpty();
        }
    }

    @Nested
    @DisplayName("that the site cannot take just then")
    class Pushback {

        @Test
        void isSentAgainAndBisectedAsUsual() {
            site.bad.add(3);
            site.answers.put(1, batch -> new Unavailable<>(UnavailableKind.BUSY, "Later.", Duration.ZERO));
            site.answers.put(3, batch -> new Unavailable<>(UnavailableKind.UNREACHABLE, "Nobody answers.", null));
            run(10);
            assertThat(site.refused).containsExactly(3);
            assertThat(site.done).containsExactlyElementsOf(allBut(10, Set.of(3)));
        }

        @Test
        void endsTheStepWhenTheSiteAsksForMorePatienceThanThereIs() {
            site.answers.put(1, batch -> new Unavailable<>(UnavailableKind.BUSY, "Later.", Duration.ofMinutes(5)));
            assertThatThrownBy(() -> run(10))
                    .isInstanceOf(SiteUnavailableException.class)
                    .hasMessage("Later.");
            assertThat(site.sent).hasSize(1);
        }

        @Test
        void endsTheStepWhenItIsNotTakenTheThirdTimeEither() {
            for (int i = 1; i <= 3; i++) {
                site.answers.put(i, batch -> new Unavailable<>(UnavailableKind.BUSY, "Later.", null));
            }
            assertThatThrownBy(() -> run(10))
                    .isInstanceOf(SiteUnavailableException.class)
                    .hasMessage("Later.");
            assertThat(site.sent).hasSize(3);
        }
    }

    @Nested
    @DisplayName("where one item's refusal speaks for others")
    class Judgement {

        @Test
        void sparesThemTheCall() {
            site.bad.addAll(IntStream.range(0, ITEMS).boxed().toList());
            site.oneSpeaksForAll = true;
            run(ITEMS);
            assertThat(site.refused).containsExactly(0);
            assertThat(site.judged).containsExactlyElementsOf(allBut(ITEMS, Set.of(0)));
            assertThat(site.sent).hasSizeLessThanOrEqualTo(1 + 6);
        }

        @Test
        void sendsThoseThatItDoesNotSpeakFor() {
            site.bad.addAll(List.of(2, 3, 6));
            site.oneSpeaksForAll = true;
            run(8);
            assertThat(site.refused).containsExactly(2);
            assertThat(site.judged).containsExactly(3, 6);
            assertThat(site.done).containsExactly(0, 1, 4, 5, 7);
        }
    }

    /** A site that keeps a batch whole or not at all, and refuses every batch with a bad item. */
    private static final class Site implements BatchCall<Integer, String> {

        private final Set<Integer> bad = new HashSet<>();
        private final Map<Integer, Function<List<Integer>, Outcome<String>>> answers = new HashMap<>();
        private boolean oneSpeaksForAll;

        private final List<List<Integer>> sent = new ArrayList<>();
        private final Set<Integer> keptWithoutAnswer = new HashSet<>();
        private final List<Integer> done = new ArrayList<>();
        private final List<Integer> refused = new ArrayList<>();
        private final List<Integer> judged = new ArrayList<>();

        Outcome<String> carriedOutWithoutAnswer(List<Integer> batch) {
            keptWithoutAnswer.addAll(batch);
            return new Ambiguous<>("The connection broke.");
        }

        @Override
        public BatchItem batchItem(Integer item) {
            return new NewMember(1, item);
        }

        @Override
        public Outcome<String> send(List<Integer> batch) {
            sent.add(List.copyOf(batch));
            Function<List<Integer>, Outcome<String>> special = answers.get(sent.size());
            if (special != null) {
                return special.apply(batch);
            }
            return batch.stream().anyMatch(bad::contains)
                    ? new Refused<>("exception", "invalidparameter", "Invalid parameter value detected", null)
                    : new Done<>("kept", List.of());
        }

        @Override
        public void done(List<Integer> batch, Done<String> answer) {
            done.addAll(batch);
        }

        @Override
        public void refused(Integer item, Refused<String> refusal) {
            refused.add(item);
        }

        @Override
        public List<Integer> settle(List<Integer> batch) {
            done.addAll(batch.stream().filter(keptWithoutAnswer::contains).toList());
            return batch.stream()
                    .filter(item -> !keptWithoutAnswer.contains(item))
                    .toList();
        }

        @Override
        public boolean judge(Integer item) {
            if (oneSpeaksForAll && !refused.isEmpty() && bad.contains(item)) {
                judged.add(item);
                return true;
            }
            return false;
        }
    }
}
