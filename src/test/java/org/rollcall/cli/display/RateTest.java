package org.rollcall.cli.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rate of a step")
class RateTest {

    private final Rate rate = new Rate();

    @Test
    void isNothingBeforeAnythingIsDone() {
        assertThat(rate.perSecond()).isZero();
        rate.add(Duration.ofSeconds(3), 0);
        assertThat(rate.perSecond()).isZero();
    }

    @Test
    void countsFromTheBeginningAtFirst() {
        rate.add(Duration.ofSeconds(2), 10);
        rate.add(Duration.ofSeconds(4), 40);
        assertThat(rate.perSecond()).isEqualTo(10);
    }

    @Test
    void isThatOfTheLastHalfMinuteLater() {
        for (int second = 1; second <= 100; second++) {
            rate.add(Duration.ofSeconds(second), second <= 50 ? second * 100L : 5000 + (second - 50));
        }
        assertThat(rate.perSecond()).isEqualTo(1);
    }
}
