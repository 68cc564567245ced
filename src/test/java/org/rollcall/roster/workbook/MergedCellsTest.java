package org.rollcall.roster.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.roster.file.LineFinding;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.file.Severity;

@DisplayName("Merged cells")
class MergedCellsTest {
    private MergedCells merged;

    @BeforeEach
    void setUp() {
        merged = new MergedCells();
    }

    private List<Integer> columnsInDoubt(int row, String... cells) {
        return merged.seenIn(new RosterLine(row, List.of(cells)), 1, 4).findings().stream()
                .map(LineFinding::index)
                .toList();
    }

    @Test
    void costTheRowsBelowTheirFirst() {
        merged.add(2, 4, 1, 2);
        assertThat(columnsInDoubt(2, "a", "b")).isEmpty();
        assertThat(columnsInDoubt(3, "a")).containsExactly(1, 2);
        assertThat(columnsInDoubt(4, "a", "hidden")).containsExactly(1, 2);
        assertThat(columnsInDoubt(5, "a")).isEmpty();
    }

    @Test
    void ofOneRowAreToldOfInTheirFirst() {
        merged.add(2, 2, 1, 2);
        merged.add(3, 3, 1, 2);
        assertThat(merged.seenIn(new RosterLine(2, List.of("a", "b")), 1, 4).findings())
                .containsExactly(new LineFinding(
                        1,
                        LineFinding.MERGED,
                        "The cells B2:C2 are merged; their value was taken for that of column B alone.",
                        Severity.WARNING));
        assertThat(columnsInDoubt(3, "a")).isEmpty();
    }

    @Test
    void costNothingWhereTheyAreEmptyOrInTheHeader() {
        merged.add(1, 2, 0, 0);
        merged.add(2, 3, 1, 1);
        merged.add(3, 4, 2, 2);
        assertThat(columnsInDoubt(1, "name")).isEmpty();
        assertThat(columnsInDoubt(2, "a", " ")).isEmpty();
        assertThat(columnsInDoubt(4, "a")).isEmpty();
    }

    @Test
    void areKnownInWhateverOrderTheyAreTold() {
        merged.add(5, 6, 0, 0);
        merged.add(2, 3, 0, 0);
        columnsInDoubt(2, "a");
        assertThat(columnsInDoubt(3, "", "b")).containsExactly(0);
        columnsInDoubt(5, "a");
        merged.add(7, 8, 1, 1);
        assertThat(columnsInDoubt(6, "", "b")).containsExactly(0);
        columnsInDoubt(7, "a", "b");
        assertThat(columnsInDoubt(8, "a", "")).containsExactly(1);
    }

    @Test
    void thatLieAboveEachOtherAsNoSheetHasThemDoNotHoldTheReadingUp() {
        for (int i = 0; i < MergedCells.MOST; i++) {
            merged.add(2, 1_000_000, 0, 16_383);
        }
        assertThat(merged.areTooMany()).isFalse();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatNoException().isThrownBy(() -> {
                    for (int row = 2; row < 100_000; row++) {
                        columnsInDoubt(row, "a", "b");
                    }
                }));
    }
}
