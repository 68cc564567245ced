package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.roster.RosterFixture.parse;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.roster.file.Problem;

class CountriesTest {
    @ParameterizedTest
    @CsvSource({
        "South Africa, ZA",
        "south  africa, ZA",
        "Suid-Afrika, ZA",
        "Deutschland, DE",
        "España, ES",
        "Espana, ES",
        "Ελλάδα, GR",
        "日本, JP",
        "Россия, RU",
        "مصر, EG",
        "भारत, IN",
        "Norge, NO",
        "USA, US",
        "NOR, NO",
        "UK, GB",
        "United Kingdom, GB",
        "Czech Republic, CZ",
        "Côte d'Ivoire, CI",
        "Niger, NE",
        "Nigeria, NG",
        "Atlantis,",
        "XX,",
        "47,"
    })
    void knowsWhatPeopleWriteForACode(String text, @Nullable String code) {
        assertThat(Countries.codeFor(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "South Africa, 'South Africa is a country''s name; write its code ZA.'",
        "USA, 'Moodle takes country codes of two letters; for USA write US.'",
        "XX, '\"XX\" is not a country code that Moodle knows; write a code of two letters, such as ZA or US.'"
    })
    void hintsAtTheCode(String text, String sentence) {
        assertThat(parse("country", text).problems())
                .extracting(Problem::message)
                .containsExactly(sentence);
    }
}
