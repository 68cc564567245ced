package org.rollcall.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.ledger.IdRange;
import org.springframework.batch.infrastructure.item.ExecutionContext;

@DisplayName("Partitions of a table")
class IdRangePartitionerTest {

    private static final long FIRST_OF_RUN_7 = (7L << 32) + 2;

    private static Map<String, ExecutionContext> partitions(long first, long last, int wanted) {
        return new IdRangePartitioner(() -> new IdRange(first, last), 1).partition(wanted);
    }

    private static List<IdRange> ranges(Map<String, ExecutionContext> partitions) {
        return partitions.values().stream()
                .map(range ->
                        new IdRange(range.getLong(IdRangePartitioner.FIRST), range.getLong(IdRangePartitioner.LAST)))
                .sorted(Comparator.comparingLong(IdRange::first))
                .toList();
    }

    @ParameterizedTest(name = "{0} to {1} in {2}")
    @CsvSource({
        "1, 100, 1, 1",
        "1, 100, 2, 2",
        "1, 100, 7, 7",
        "5, 5, 4, 1",
        "5, 7, 4, 3",
        "1, 1000001, 16, 16",
        FIRST_OF_RUN_7 + ", " + (FIRST_OF_RUN_7 + 9_999) + ", 4, 4"
    })
    void holdEveryIdOnceAndAreAboutAsLarge(long first, long last, int wanted, int expected) {
        List<IdRange> ranges = ranges(partitions(first, last, wanted));

        assertThat(ranges).hasSize(expected);
        assertThat(ranges.get(0).first()).isEqualTo(first);
        assertThat(ranges.get(expected - 1).last()).isEqualTo(last);
        for (int i = 1; i < expected; i++) {
            assertThat(ranges.get(i).first()).isEqualTo(ranges.get(i - 1).last() + 1);
        }
        LongStream sizes = ranges.stream().mapToLong(range -> range.last() - range.first() + 1);
        long even = (last - first + 1) / expected;
        assertThat(sizes.boxed()).allSatisfy(size -> assertThat(size).isBetween(even, even + 1));
    }

    @ParameterizedTest(name = "{0} rows, at least {1} each")
    @CsvSource({"10, 250, 1", "250, 250, 1", "251, 250, 2", "1000, 250, 4", "1001, 250, 5", "100000, 250, 8"})
    void areFewerWhereTheyWouldBeTooSmall(long rows, int smallest, int expected) {
        assertThat(new IdRangePartitioner(() -> new IdRange(1, rows), smallest).partition(8))
                .hasSize(expected);
    }

    @Test
    void areNoneWhereThereAreNoRows() {
        assertThat(partitions(1, 0, 4)).isEmpty();
    }

    @Test
    void areTheSameWithTheSameNamesAgain() {
        assertThat(partitions(3, 77, 4))
                .isEqualTo(partitions(3, 77, 4))
                .containsOnlyKeys("3-20", "21-39", "40-58", "59-77");
    }
}
