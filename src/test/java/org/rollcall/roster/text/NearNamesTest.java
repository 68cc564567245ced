package org.rollcall.roster.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Near names")
class NearNamesTest {

    private final NearNames names = new NearNames(
            List.of("MATH-101", "MATH102", "PHYS-A", "PHYS-B", "CHEM", "Économie 1", "ENG101", "Biology", "B", "--"));

    @Nested
    @DisplayName("that are only written otherwise")
    class WrittenOtherwise {

        @ParameterizedTest
        @CsvSource({
            "MATH101, MATH-101",
            "math 101, MATH-101",
            "Math_101, MATH-101",
            "ＭＡＴＨ１０１, MATH-101",
            "MATHlOl, MATH-101",
            "ENG1O1, ENG101",
            "economie-1, Économie 1",
        })
        void areFound(String wrong, String known) {
            assertThat(names.writtenOtherwise(wrong)).containsExactly(known);
        }

        @Test
        void areGivenByTheAlphabetAndThreeAtMost() {
            NearNames many = new NearNames(List.of("A_1", "A 1", "A-1", "A.1", "B1"));
            assertThat(many.writtenOtherwise("a1")).containsExactly("A 1", "A-1", "A.1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-", "MATH", "MATH-10", "---"})
        void areNoneWhereLettersOrDigitsDiffer(String wrong) {
            assertThat(names.writtenOtherwise(wrong)).isEmpty();
        }
    }

    @Nested
    @DisplayName("a few slips away")
    class FewSlipsAway {

        @ParameterizedTest
        @CsvSource({"MAHT101, MATH-101", "MTH 101, MATH-101", "Biolgy, Biology", "CHEMM, CHEM"})
        void areFound(String wrong, String known) {
            assertThat(names.fewSlipsAway(wrong)).containsExactly(known);
        }

        @Test
        void areAllGivenThatAreEquallyNear() {
            assertThat(names.fewSlipsAway("PHYS-C")).containsExactly("PHYS-A", "PHYS-B");
        }

        @ParameterizedTest
        @ValueSource(strings = {"MATH103", "MATH110", "MATH-1001", "HIST101", "C", ""})
        void areNoneWhereADigitIsOtherOrTheNameIsFar(String wrong) {
            assertThat(names.fewSlipsAway(wrong)).isEmpty();
        }

        @Test
        void areNotLookedForOnceThatWouldTakeSeconds() {
            NearNames many = new NearNames(
                    IntStream.range(0, 50_000).mapToObj(i -> "course " + i).toList());
            assertThat(many.fewSlipsAway("cuorse 77")).containsExactly("course 77");
            for (int i = 0; i < 100; i++) {
                many.fewSlipsAway("nothing");
            }
            assertThat(many.fewSlipsAway("cuorse 77")).isEmpty();
            assertThat(many.writtenOtherwise("Course-77")).containsExactly("course 77");
        }
    }
}
