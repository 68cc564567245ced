package org.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

@DisplayName("The tally of a site")
class TallyTest {
    private final Tally tally = new Tally("steps");

    @Test
    void beginsWithNothing() {
        assertThat(tally.isEmpty()).isTrue();
    }

    @Test
    void tellsHowManyAgreeWhichDoNotAndWhatWasSkipped() throws Exception {
        tally.count("eats", () -> {});
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> tally.count("drinks", () -> {
                    throw new AssertionError("not thirsty");
                }))
                .withMessage("drinks: not thirsty");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> tally.count("sleeps", () -> {
                    throw new IOException("noise");
                }));
        for (String game : List.of("plays chess", "plays ball")) {
            assertThatExceptionOfType(TestAbortedException.class)
                    .isThrownBy(() -> tally.count(game, () -> {
                        throw new TestAbortedException("nobody to play with");
                    }));
        }
        tally.note("It rains.");

        assertThat(tally.isEmpty()).isFalse();
        assertThat(tally.skipped()).isEqualTo(Map.of("nobody to play with", List.of("plays chess", "plays ball")));
        assertThat(tally.summary("http://127.0.0.1").lines())
                .containsExactly(
                        "Moodle contract on http://127.0.0.1: 1 of 3 steps agree",
                        "  not so: drinks; sleeps",
                        "  skipped (nobody to play with): plays chess; plays ball",
                        "  It rains.");
    }
}
