package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.moodle.PaceLimits.Range;

@DisplayName("The control of the pace")
class PaceControlTest {

    private static final Range BATCH_SIZES = new Range(1, 20, 200);
    private static final Range CALLS_AT_A_TIME = new Range(1, 2, 8);
    private static final Duration TARGET = Duration.ofSeconds(8);

    private static PaceControl control() {
        return new PaceControl(new PaceLimits(BATCH_SIZES, CALLS_AT_A_TIME, TARGET));
    }

    private static final Measured CREATE_USERS = Measured.of("create", 1, 60, 10, 99, 50, 198, 100, 190, 500, 199);
    private static final Measured ADD_MEMBERS = Measured.of("add", 1, 61, 10, 270, 50, 671, 100, 1204, 500, 1470);
    private static final Measured ENROL = Measured.of("enrol", 1, 54, 10, 288, 50, 368, 100, 325, 500, 173);

    static List<Measured> measured() {
        return List.of(CREATE_USERS, ADD_MEMBERS, ENROL);
    }

    /** Items a second by batch size, with two calls at a time: what a real Moodle 4.5 was measured to do on two cores. */
    private record Measured(String name, NavigableMap<Integer, Integer> rates) {

        static Measured of(String name, int... sizesAndRates) {
            NavigableMap<Integer, Integer> rates = new TreeMap<>();
            for (int i = 0; i < sizesAndRates.length; i += 2) {
                rates.put(sizesAndRates[i], sizesAndRates[i + 1]);
            }
            return new Measured(name, rates);
        }

        /** More than two calls at a time bring nothing on two cores; one brings half. */
        double rate(int batchSize, int concurrency) {
            Map.Entry<Integer, Integer> below = rates.floorEntry(batchSize);
            Map.Entry<Integer, Integer> above = rates.ceilingEntry(batchSize);
            double share = below.getKey().equals(above.getKey())
                    ? 0
                    : (double) (batchSize - below.getKey()) / (above.getKey() - below.getKey());
            double rate = below.getValue() + share * (above.getValue() - below.getValue());
            return rate * Math.min(concurrency, 2) / 2;
        }

        double best() {
            double best = 0;
            for (int size = 1; size <= BATCH_SIZES.most(); size++) {
                best = Math.max(best, rate(size, 2));
            }
            return best;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Makes calls, each as long as the site's rate makes it, with so much chance (0.1 is a tenth up or down). */
    private static void calls(PaceControl control, Measured site, int calls, double chance, Random random) {
        for (int i = 0; i < calls; i++) {
            int size = control.batchSize();
            int together = control.concurrency();
            double seconds = size * together / site.rate(size, together);
            seconds *= 1 + chance * (2 * random.nextDouble() - 1);
            control.answered(control.setting(), size, (long) (seconds * 1e9), together, true);
        }
    }

    @Nested
    @DisplayName("on a site of the measured speed")
    class Convergence {

        @ParameterizedTest
        @MethodSource("org.rollcall.moodle.PaceControlTest#measured")
        void comesCloseToTheBestWithinAHundredCalls(Measured site) {
            PaceControl control = control();
            calls(control, site, 100, 0, new Random(1));
            assertThat(site.rate(control.batchSize(), control.concurrency())).isGreaterThan(0.85 * site.best());
        }

        @ParameterizedTest
        @MethodSource("org.rollcall.moodle.PaceControlTest#measured")
        void doesSoWhereTheTimesOfCallsVaryByAQuarter(Measured site) {
            Random random = new Random(42);
            double sum = 0;
            int runs = 50;
            for (int i = 0; i < runs; i++) {
                PaceControl control = control();
                calls(control, site, 100, 0.25, random);
                sum += site.rate(control.batchSize(), control.concurrency()) / site.best();
            }
            assertThat(sum / runs).isGreaterThan(0.8);
        }

        @Test
        void makesNoMoreCallsAtATimeThanHelp() {
            PaceControl control = control();
            calls(control, CREATE_USERS, 100, 0, new Random(1));
            assertThat(control.concurrency()).isEqualTo(2);
        }

        @Test
        void startsSmall() {
            assertThat(control().batchSize()).isEqualTo(20);
            assertThat(control().concurrency()).isEqualTo(2);
        }
    }

    @Nested
    @DisplayName("where a call has room for fewer items than the batch size")
    class Cramped {

        @Test
        void raisesTheCallsAtATimeInstead() {
            PaceControl control = control();
            for (int i = 0; i < 200; i++) {
                control.answered(control.setting(), 10, 1_000_000, control.concurrency(), true);
            }
            assertThat(control.concurrency()).isEqualTo(8);
            assertThat(control.batchSize()).isBetween(20, 40);
        }
    }

    @Nested
    @DisplayName("on a site with more cores than one")
    class Parallel {

        @Test
        void raisesTheCallsAtATimeUntilTheyHelpNoMore() {
            PaceControl control = control();
            for (int i = 0; i < 200; i++) {
                int busy = Math.min(control.concurrency(), 5);
                long took = (long) (control.batchSize() * 1e7 * control.concurrency() / busy);
                control.answered(control.setting(), control.batchSize(), took, control.concurrency(), true);
            }
            // One above is tried now and then.
            assertThat(control.concurrency()).isBetween(5, 6);
        }
    }

    @Nested
    @DisplayName("when a call passes the time target")
    class Slowness {

        @Test
        void halvesTheBatch() {
            PaceControl control = control();
            control.answered(control.setting(), 20, TARGET.plusMillis(1).toNanos(), 2, true);
            assertThat(control.batchSize()).isEqualTo(10);
            assertThat(control.concurrency()).isEqualTo(2);
        }

        @Test
        void takesBackWhatWasRaisedLast() {
            PaceControl control = new PaceControl(new PaceLimits(Range.pinned(20), CALLS_AT_A_TIME, TARGET));
            for (int i = 0; i < 4; i++) {
                control.answered(control.setting(), 20, TARGET.toNanos() / 2, 2, true);
            }
            assertThat(control.concurrency()).isEqualTo(3);
            control.answered(control.setting(), 20, TARGET.toNanos() + 1, 3, true);
            assertThat(control.concurrency()).isEqualTo(2);
        }

        @Test
        void makesFewerCallsAtATimeOnceABatchIsASingleItem() {
            PaceControl control = control();
            for (int i = 0; i < 6; i++) {
                control.answered(control.setting(), control.batchSize(), TARGET.toNanos() * 2, 2, true);
            }
            assertThat(control.batchSize()).isEqualTo(1);
            assertThat(control.concurrency()).isEqualTo(1);
        }

        @Test
        void doesNotCountCallsThatBeganBeforeTheChange() {
            PaceControl control = control();
            int before = control.setting();
            control.answered(before, 20, TARGET.toNanos() * 2, 2, true);
            control.answered(before, 20, TARGET.toNanos() * 2, 2, true);
            assertThat(control.batchSize()).isEqualTo(10);
        }

        /** Creating users takes longer with every account that the site has. */
        @Test
        void keepsCallsBelowTheTargetOnASiteThatSlowsDown() {
            PaceControl control = control();
            int slow = 0;
            for (int accounts = 0; accounts < 200_000; accounts += control.batchSize()) {
                double perUser = 0.01 + accounts * 1.3e-6 * 2;
                long took = (long) ((0.05 + perUser * control.batchSize() * control.concurrency()) * 1e9);
                slow += took > TARGET.toNanos() ? 1 : 0;
                control.answered(control.setting(), control.batchSize(), took, control.concurrency(), true);
            }
            assertThat(slow).isLessThan(10);
            assertThat(control.batchSize()).isBetween(5, 50);
        }
    }

    @Nested
    @DisplayName("when the site pushes back")
    class Pushback {

        @Test
        void halvesTheCallsAtATimeAndThenTheBatch() {
            PaceControl control = control();
            control.pushedBack(control.setting());
            assertThat(control.concurrency()).isEqualTo(1);
            assertThat(control.batchSize()).isEqualTo(20);
            control.pushedBack(control.setting());
            assertThat(control.batchSize()).isEqualTo(10);
        }

        @Test
        void climbsAgainAfterARest() {
            PaceControl control = control();
            control.pushedBack(control.setting());
            calls(control, CREATE_USERS, 59, 0, new Random(1));
            assertThat(control.concurrency()).isEqualTo(1);
            calls(control, CREATE_USERS, 60, 0, new Random(1));
            assertThat(control.concurrency()).isGreaterThan(1);
        }
    }

    @Nested
    @DisplayName("when both numbers are pinned")
    class Pinned {

        @ParameterizedTest
        @ValueSource(longs = {1, 1_000, 60_000})
        void neverChangesThem(long millis) {
            PaceControl control = new PaceControl(new PaceLimits(Range.pinned(50), Range.pinned(3), TARGET));
            for (int i = 0; i < 300; i++) {
                control.answered(control.setting(), 50, millis * 1_000_000, 3, true);
                control.pushedBack(control.setting());
            }
            assertThat(control.batchSize()).isEqualTo(50);
            assertThat(control.concurrency()).isEqualTo(3);
        }
    }

    @Nested
    @DisplayName("does not judge by")
    class NotCounted {

        @Test
        void callsThatWereRefusedOrNotFull() {
            PaceControl control = control();
            for (int i = 0; i < 100; i++) {
                control.answered(control.setting(), 20, 1_000_000, 2, false);
            }
            assertThat(control.batchSize()).isEqualTo(20);
        }
    }
}
