package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallLogTest {

    @Test
    void losesNoCountWhenThreadsShareIt() {
        CallLog log = new CallLog();

        IntStream.range(0, 10_000).parallel().forEach(i -> log.add("f" + i % 2, 3, i % 10 != 0, 2));

        assertThat(log.snapshot())
                .isEqualTo(Map.of(
                        "f0", new CallCount(5000, 15_000, 1000, 10_000),
                        "f1", new CallCount(5000, 15_000, 0, 10_000)));
        assertThat(log.total()).isEqualTo(new CallCount(10_000, 30_000, 1000, 20_000));
    }

    @Test
    void aSnapshotStaysAsItWas() {
        CallLog log = new CallLog();
        Map<String, CallCount> before = log.snapshot();

        log.add("f", 1, true, 1);

        assertThat(before).isEmpty();
    }
}
