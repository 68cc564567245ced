package org.rollcall.roster.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A text that was read in a wrong character set")
class WrongCharsetTest {
    @ParameterizedTest
    @CsvSource({
        "ZoÃ«, Zoë",
        "JosÃ© NÃºÃ±ez, José Núñez",
        "MÃ¼ller-WeiÃŸ, Müller-Weiß",
        "O’Brien, ",
        "Oâ€™Brien, O’Brien",
        "Åukasz, ",
        "WiÅ›niewski, Wiśniewski",
        "Zo√´, Zoë",
        "M√ºller, Müller",
    })
    void isToldByItsLetters(String text, String once) {
        assertThat(WrongCharset.undone(text)).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ã",
                "João",
                "JOÃO SÃO",
                "Zoë",
                "Müller",
                "Âme",
                "Ärø",
                "Ôôô",
                "Łódź",
                "Юлия",
                "山田",
                "Côte d’Ivoire",
                "L’Été",
                "Åå",
                "5 ≈ 6",
                "√2",
                "«Ñuñoa»",
                "ÂÃÄÅ",
                "Zoë ZoÃ«"
            })
    void isNoneThatPeopleWrite(String text) {
        assertThat(WrongCharset.undone(text)).isNull();
    }
}
