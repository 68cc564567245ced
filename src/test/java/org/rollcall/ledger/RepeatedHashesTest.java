package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Texts that stand more than once")
class RepeatedHashesTest {

    private final RepeatedHashes repeated = new RepeatedHashes();

    @ParameterizedTest(name = "among \"{0}\": \"{1}\"")
    @CsvSource({"'',''", "ada,''", "ada bob,''", "ada ada,ada", "ada bob ada eve bob ada,ada bob"})
    void areToldAndNoOthers(String texts, String told) {
        for (String text : words(texts)) {
            repeated.add(text);
        }
        assertThat(repeated.any()).isEqualTo(!told.isEmpty());
        assertThat(words("ada bob eve ida").stream().filter(repeated::contains).toList())
                .isEqualTo(words(told));
    }

    @Test
    void areFoundAmongMany() {
        for (int i = 0; i < 100_000; i++) {
            repeated.add("user" + i);
        }
        repeated.add("user77777");
        for (int i = 0; i < 100_000; i++) {
            assertThat(repeated.contains("user" + i)).isEqualTo(i == 77_777);
        }
    }

    private static List<String> words(String texts) {
        return texts.isEmpty() ? List.of() : List.of(texts.split(" "));
    }
}
