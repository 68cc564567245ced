package org.rollcall.roster.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaGuardTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=1+1, '=1+1",
                "+27 21, '+27 21",
                "-5, '-5",
                "@SUM(A1), '@SUM(A1)",
                "'=1, ''=1",
                "'''-x, ''''-x",
                "'quoted', 'quoted'",
                "O'Brien, O'Brien",
                "a=b, a=b",
                "'', ''"
            })
    void putsAnApostropheBeforeWhatASpreadsheetWouldRun(String value, String defused) {
        assertThat(FormulaGuard.defuse(value)).isEqualTo(defused);
        assertThat(FormulaGuard.restore(defused)).isEqualTo(value);
    }

    static Stream<String> anyTexts() {
        Random random = new Random(2026);
        String alphabet = "'=+-@\t\r\na";
        return IntStream.range(0, 500)
                .mapToObj(length -> random.ints(length % 7, 0, alphabet.length())
                        .collect(
                                StringBuilder::new,
                                (text, at) -> text.append(alphabet.charAt(at)),
                                StringBuilder::append)
                        .toString());
    }

    @ParameterizedTest
    @MethodSource("anyTexts")
    void isExactlyReversible(String text) {
        String defused = FormulaGuard.defuse(text);

        assertThat(FormulaGuard.restore(defused)).isEqualTo(text);
        assertThat(defused).doesNotMatch("(?s)^[=+\\-@\\t\\r].*");
    }
}
