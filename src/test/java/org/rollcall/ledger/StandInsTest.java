package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rows that stand for others")
class StandInsTest {

    private final StandIns standIns = new StandIns();

    private List<List<Object>> all() {
        List<List<Object>> all = new ArrayList<>();
        standIns.forEach((row, first, agrees) -> all.add(List.of(row, first, agrees)));
        return all;
    }

    @Test
    void comeInTheOrderOfTheFile() {
        assertThat(standIns.isEmpty()).isTrue();
        standIns.add(900, 3, true);
        standIns.add(4, 2, false);
        standIns.add(Integer.MAX_VALUE, Integer.MAX_VALUE - 1, true);
        standIns.add(5, 2, true);
        assertThat(standIns.isEmpty()).isFalse();
        assertThat(all())
                .containsExactly(
                        List.of(4, 2, false),
                        List.of(5, 2, true),
                        List.of(900, 3, true),
                        List.of(Integer.MAX_VALUE, Integer.MAX_VALUE - 1, true));
    }

    @Test
    void mayBeMany() {
        for (int row = 100_000; row > 1; row--) {
            standIns.add(row, 1, row % 2 == 0);
        }
        assertThat(all()).hasSize(99_999).first().isEqualTo(List.of(2, 1, true));
    }
}
