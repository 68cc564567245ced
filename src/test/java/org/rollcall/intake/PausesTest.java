package org.rollcall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who failed")
class PausesTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Pauses pauses = new Pauses();

    @Test
    void pausesTwiceAsLongEachTimeUpToAQuarterOfAnHour() {
        List<Long> lengths = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            pauses.failed("folder", NOON);
            lengths.add(pauses.nextEnd(NOON).orElseThrow().getEpochSecond() - NOON.getEpochSecond());
        }
        assertThat(lengths).containsExactly(30L, 60L, 120L, 240L, 480L, 900L, 900L);
    }

    @Test
    void goesOnWhenThePauseIsOverAndLetsOthersGoOnMeanwhile() {
        pauses.failed("folder", NOON);
        assertThat(pauses.isPausing("folder", NOON.plusSeconds(29))).isTrue();
        assertThat(pauses.isPausing("other", NOON)).isFalse();
        assertThat(pauses.isPausing("folder", NOON.plusSeconds(30))).isFalse();
        assertThat(pauses.nextEnd(NOON.plusSeconds(30)))
                .as("nothing to wait for")
                .isEmpty();
    }

    @Test
    void beginsAnewOnceItWentWell() {
        pauses.failed("folder", NOON);
        pauses.failed("folder", NOON);
        pauses.end("folder");
        assertThat(pauses.isPausing("folder", NOON)).isFalse();
        pauses.failed("folder", NOON);
        assertThat(pauses.nextEnd(NOON)).contains(NOON.plusSeconds(30));
    }
}
