package org.rollcall.progress.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The names of sheets")
class SheetNamesTest {

    private final SheetNames names = new SheetNames();

    @Test
    @DisplayName("are valid and each there once, whatever the courses are called")
    void areValidAndUnique() {
        assertThat(List.of("Summary", "ENG101", "eng101", "A/B: [x]?*\\", "'quoted'", "History", " ").stream()
                        .map(names::next))
                .containsExactly("Summary", "ENG101", "eng101 (2)", "A B   x    ", " quoted ", "History (2)", "Course");
    }

    @Test
    @DisplayName("have room for the number that tells long ones apart")
    void longOnes() {
        String name = "A very long short name of a course, number ";

        assertThat(List.of(names.next(name + 1), names.next(name + 2)))
                .containsExactly("A very long short name of a cou", "A very long short name of a (2)");
    }
}
