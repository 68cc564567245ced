package org.rollcall.provision.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.operation.StoppedException;

@DisplayName("Reading ahead")
@Timeout(60)
class ReadAheadTest {

    private final AtomicInteger given = new AtomicInteger();

    /** Gives the numbers from 1 to the last one. */
    private Supplier<@Nullable Integer> numbersTo(int last) {
        return () -> given.get() == last ? null : given.incrementAndGet();
    }

    private static List<Integer> all(ReadAhead<Integer> ahead) {
        List<Integer> all = new ArrayList<>();
        for (Integer item = ahead.next(); item != null; item = ahead.next()) {
            all.add(item);
        }
        return all;
    }

    @ParameterizedTest(name = "{0} items")
    @ValueSource(ints = {0, 1, 499, 500, 501, 1000, 20_000})
    void givesEverythingInOrderAndThenNothing(int count) {
        try (ReadAhead<Integer> ahead = new ReadAhead<>("test", numbersTo(count))) {
            assertThat(all(ahead))
                    .isEqualTo(IntStream.rangeClosed(1, count).boxed().toList());
            assertThat(ahead.next()).isNull();
        }
    }

    @ParameterizedTest(name = "after {0} items")
    @ValueSource(ints = {0, 3, 500, 750})
    void throwsWhatTheSourceThrewAfterTheItemsThatCameBefore(int count) {
        Supplier<@Nullable Integer> numbers = numbersTo(count);
        try (ReadAhead<Integer> ahead = new ReadAhead<>("test", () -> {
            Integer number = numbers.get();
            if (number == null) {
                throw new IllegalStateException("The file is damaged.");
            }
            return number;
        })) {
            for (int i = 1; i <= count; i++) {
                assertThat(ahead.next()).isEqualTo(i);
            }
            assertThatThrownBy(ahead::next).hasMessage("The file is damaged.");
            assertThatThrownBy(ahead::next).hasMessage("The file is damaged.");
        }
    }

    @Test
    void endsTheReadingWhereItIsClosedBeforeTheEnd() {
        ReadAhead<Integer> ahead = new ReadAhead<>("test", given::incrementAndGet);
        assertThat(ahead.next()).isEqualTo(1);
        ahead.close();

        int afterClosing = given.get();
        assertThat(afterClosing).isLessThanOrEqualTo(3_500);
        assertThat(given).hasValue(afterClosing);
    }

    @Test
    void isNotClosedBeforeTheSourceIsLeftAlone() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicBoolean left = new AtomicBoolean();
        ReadAhead<Integer> ahead = new ReadAhead<>("test", () -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException closed) {
                left.set(true);
            }
            return null;
        });
        asked.await();
        ahead.close();

        assertThat(left).isTrue();
    }

    @Test
    void isBrokenOffWhereWhoeverWaitsIsInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        try (ReadAhead<Integer> ahead = new ReadAhead<>("test", () -> {
            try {
                never.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            return null;
        })) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(ahead::next).isInstanceOf(StoppedException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
