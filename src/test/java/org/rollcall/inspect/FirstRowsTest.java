package org.rollcall.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The first rows of texts")
class FirstRowsTest {

    @Test
    void areKnownAgainHoweverManyThereAre() {
        FirstRows first = new FirstRows();
        for (int row = 1; row <= 100_000; row++) {
            assertThat(first.note("person" + row, row)).isEqualTo(row);
        }
        for (int row = 1; row <= 100_000; row += 7) {
            assertThat(first.note("person" + row, 200_000)).isEqualTo(row);
        }
    }

    @Test
    void tellApartTextsThatDifferInOneLetter() {
        FirstRows first = new FirstRows();
        assertThat(first.note("ab", 1)).isEqualTo(1);
        assertThat(first.note("ba", 2)).isEqualTo(2);
        assertThat(first.note("ab", 3)).isEqualTo(1);
    }
}
