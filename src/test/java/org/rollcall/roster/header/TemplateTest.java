package org.rollcall.roster.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A template")
class TemplateTest {

    @ParameterizedTest
    @CsvSource({
        "%f.%l, Anna Maria.O'Neil",
        "%-f%+l, anna mariaO'NEIL",
        "%1f%l, AO'Neil",
        "%-1f%-3l, ao'n",
        "%+12f|, ANNA MARIA|",
        "%0f, Anna Maria",
        "%~l, O'Neil",
        "%~u, Ann Li-Ng",
        "%%f is %f, %f is Anna Maria",
        "%%%u%%, %ann li-ng%",
        "none, none"
    })
    void isFilledAsMoodleFillsIt(String template, String filled) {
        assertThat(new Template(template)
                        .filled(Map.of(
                                RosterField.FIRSTNAME,
                                "Anna Maria",
                                RosterField.LASTNAME,
                                "O'Neil",
                                RosterField.USERNAME,
                                "ann li-ng")))
                .isEqualTo(filled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%f", "a%1l"})
    void makesNothingOfANameThatIsMissing(String template) {
        assertThat(new Template(template).filled(Map.of(RosterField.FIRSTNAME, "")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"%x, %x", "100%, %", "%f%, %", "%-%, %-%", "%1234f, %123", "% f, % f", "%F, %F", "%-+f, %-+f"})
    void isRefusedWhereAPercentSignBeginsNoPlace(String template, String place) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Template(template))
                .withMessageStartingWith(
                        "\"" + place + "\" is no place for a name: write %f, %l or %u, with +, - or ~ and a"
                                + " length in between, and %% for a percent sign");
    }
}
