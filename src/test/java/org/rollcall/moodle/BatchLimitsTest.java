package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchLimitsTest {

    @ParameterizedTest(name = "{0} items of {1} fields and {2} bytes, at most {3} items: {4}")
    @CsvSource({
        "0,    5,    100,  50, ''",
        "1,    5,    100,  50, 1",
        "50,   5,    100,  50, 50",
        "51,   5,    100,  50, '50 1'",
        "120,  5,    100,  50, '50 50 20'",
        "100,  30,   100,  50, '30 30 30 10'",
        "4,    900,  100,  50, '1 1 1 1'",
        "3,    901,  100,  50, '1 1 1'",
        "5,    1,    500000, 50, '2 2 1'",
        "2,    1,    2000000, 50, '1 1'",
        "3,    5,    100,  1,  '1 1 1'",
    })
    void cutsByItemsAndFieldsAndBytes(int items, int fields, int bytes, int maxItems, String sizes) {
        List<Integer> numbers = IntStream.range(0, items).boxed().toList();

        List<List<Integer>> batches = BatchLimits.of(1000).split(numbers, maxItems, n -> fields, n -> bytes);

        assertThat(batches.stream().map(List::size).map(String::valueOf).toList())
                .isEqualTo(sizes.isEmpty() ? List.of() : List.of(sizes.split(" ")));
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(numbers);
    }

    @Test
    void aBatchOfUsersAtTheLimitStillFitsTheSite() {
        List<NewUser> users = IntStream.range(0, 400)
                .mapToObj(i -> NewUser.of("u" + i, "First", "Last", "u" + i + "@example.org")
                        .withPassword("Passw0rd#1"))
                .toList();

        List<List<NewUser>> batches = BatchLimits.of(1000).split(users, 400);

        assertThat(batches).hasSize(3);
        assertThat(batches)
                .allSatisfy(batch -> assertThat(
                                batch.stream().mapToInt(NewUser::fieldCount).sum() + 3)
                        .isLessThanOrEqualTo(1000));
    }

    @Test
    void refusesABatchWithoutRoom() {
        assertThatThrownBy(() -> BatchLimits.of(1000).split(List.<NewUser>of(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
