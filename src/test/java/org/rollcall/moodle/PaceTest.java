package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.PaceLimits.Range;

@DisplayName("The pace of a function")
@Timeout(60)
class PaceTest {

    private static Pace pace(Range concurrency) {
        return new Pace(new PaceLimits(new Range(1, 20, 200), concurrency, Duration.ofSeconds(8)));
    }

    private static Outcome<String> done() {
        return new Done<>("done", List.of());
    }

    @Test
    void letsNoMoreCallsBeUnderWayThanItMay() throws Exception {
        Pace pace = pace(Range.pinned(3));
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch threeAreIn = new CountDownLatch(3);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Outcome<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            calls.add(threads.submit(() -> pace.call(20, true, () -> {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                threeAreIn.countDown();
                await(threeAreIn);
                underWay.decrementAndGet();
                return done();
            })));
        }
        for (Future<Outcome<String>> call : calls) {
            assertThat(call.get()).isEqualTo(done());
        }
        threads.shutdown();
        assertThat(most).hasValue(3);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void raisesTheBatchWhileCallsTakeAsLongWithMoreInThem() {
        Pace pace = pace(Range.pinned(1));
        for (int i = 0; i < 40; i++) {
            pace.call(pace.batchSize(), true, PaceTest::done);
        }
        assertThat(pace.batchSize()).isGreaterThan(20);
    }

    @Test
    void doesNotJudgeByWhatIsLeftOver() {
        Pace pace = pace(Range.pinned(1));
        for (int i = 0; i < 40; i++) {
            pace.call(19, false, PaceTest::done);
        }
        assertThat(pace.batchSize()).isEqualTo(20);
    }

    @Test
    void sendsLessAfterCallsWithoutAnAnswer() {
        Pace pace = pace(Range.pinned(1));
        pace.call(20, true, () -> new Ambiguous<String>("The connection broke."));
        assertThat(pace.batchSize()).isEqualTo(10);
    }

    @Test
    void goesOnAfterACallThatThrew() {
        Pace pace = pace(Range.pinned(1));
        assertThatThrownBy(() -> pace.call(20, true, () -> {
                    throw new IllegalStateException("a fault of ours");
                }))
                .hasMessage("a fault of ours");
        assertThat(pace.call(20, true, PaceTest::done)).isEqualTo(done());
    }
}
