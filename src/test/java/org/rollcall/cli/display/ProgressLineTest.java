package org.rollcall.cli.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The line of a step that runs")
class ProgressLineTest {

    private static StepFigures figures(
            String step, long done, @Nullable Long total, long seconds, double perSecond, long rejects, long calls) {
        return new StepFigures(step, done, total, Duration.ofSeconds(seconds), perSecond, rejects, calls);
    }

    private static final StepFigures HALF = figures("createUsers", 2000, 4000L, 50, 40, 3, 100);

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of(
                        "all there is room for",
                        77,
                        HALF,
                        "  creating accounts  ######-------  2,000 / 4,000  40/s  50 s left  3 rejects"),
                Arguments.of(
                        "a shorter bar",
                        70,
                        HALF,
                        "  creating accounts  ###---  2,000 / 4,000  40/s  50 s left  3 rejects"),
                Arguments.of("no bar", 62, HALF, "  creating accounts  2,000 / 4,000  40/s  50 s left  3 rejects"),
                Arguments.of("no rate", 57, HALF, "  creating accounts  2,000 / 4,000  50 s left  3 rejects"),
                Arguments.of("no time", 50, HALF, "  creating accounts  2,000 / 4,000  3 rejects"),
                Arguments.of("no count", 33, HALF, "  creating accounts  3 rejects"),
                Arguments.of("hardly anything", 20, HALF, "  creating accounts "),
                Arguments.of(
                        "nothing done yet",
                        77,
                        figures("enrolUsers", 0, 10L, 4, 0, 0, 1),
                        "  enrolling people in courses  ------------------------  0 / 10  4 s"),
                Arguments.of(
                        "a total that was found out too early",
                        77,
                        figures("enrolUsers", 12, 10L, 4, 3, 1, 1),
                        "  enrolling people in courses  ##########  10 / 10  3.0/s  0 s left  1 reject"),
                Arguments.of(
                        "nothing to do",
                        77,
                        figures("deleteUsers", 0, 0L, 1, 0, 0, 0),
                        "  deleting accounts  ########################  0 / 0  1 s"),
                Arguments.of(
                        "rows whose number nobody knows",
                        77,
                        figures("stageRoster", 120_000, null, 12, 10_000, 0, 0),
                        "  reading the roster  120,000  10,000/s  12 s"),
                Arguments.of(
                        "calls of a step without items",
                        77,
                        figures("matchMemberships", 0, null, 100, 0, 0, 1),
                        "  comparing cohorts and courses  1 call  2 min"),
                Arguments.of(
                        "a slow site",
                        77,
                        figures("createUsers", 10, 4000L, 100, 0.5, 0, 0),
                        "  creating accounts  -------------------  10 / 4,000  30/min  2 h 13 min left"),
                Arguments.of(
                        "a step of a later version",
                        77,
                        figures("readProgress", 7, null, 1, 7, 0, 0),
                        "  read progress  7  7.0/s  1 s"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void isDrawn(String what, int width, StepFigures figures, String line) {
        ProgressLine.Drawn drawn = new ProgressLine(width, false, false).draw(figures);
        assertThat(drawn.text()).isEqualTo(line);
        assertThat(drawn.length()).isEqualTo(line.length());
    }

    @Test
    void neverWrapsWhateverTheWidth() {
        assertThat(IntStream.rangeClosed(0, 110).mapToObj(width -> new ProgressLine(width, true, false).draw(HALF)))
                .hasSize(111)
                .allSatisfy(drawn -> assertThat(drawn.text()).hasSize(drawn.length()));
        assertThat(IntStream.rangeClosed(0, 110))
                .allSatisfy(width -> assertThat(
                                new ProgressLine(width, true, true).draw(HALF).length())
                        .isLessThanOrEqualTo(width));
    }

    @Test
    void isColouredOnlyWhereThatIsWanted() {
        assertThat(new ProgressLine(77, true, true).draw(HALF).text())
                .isEqualTo("  creating accounts  \u001b[32m██████\u001b[0m░░░░░░░  2,000 / 4,000  40/s  50 s left"
                        + "  \u001b[33m3 rejects\u001b[0m");
        assertThat(new ProgressLine(77, true, false).draw(HALF).text()).doesNotContain("\u001b");
    }

    @Test
    void isASentenceWhereNoLineCanBeDrawnAgain() {
        assertThat(PlainDisplay.line(HALF))
                .isEqualTo("  creating accounts: 2,000 of 4,000, 40/s, 50 s left, 3 rejects");
    }
}
