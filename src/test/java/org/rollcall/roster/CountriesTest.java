package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.roster.RosterFixture.parse;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.roster.file.Problem;

class CountriesTest {
    /** The keys of Moodle 4.5's lang/en/countries.php. */
    private static final String LISTED_BY_MOODLE = """
            AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
            CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
            FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
            JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
            MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
            PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
            TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
            """;

    @Test
    void areTheOnesThatMoodleLists() {
        assertThat(LISTED_BY_MOODLE.split("\\s+")).hasSize(249).allMatch(Countries::isCode);
        assertThat(Arrays.stream(Locale.getISOCountries()).filter(Countries::isCode))
                .hasSize(249);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XK", "UK", "EL", "AN", "SU", "EU", "za", "ZAF", ""})
    void areNotWhatMoodleDoesNotList(String code) {
        assertThat(Countries.isCode(code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "South Africa, ZA",
        "south  africa, ZA",
        "Südafrika, ZA",
        "Sudafrika, ZA",
        "Afrique du Sud, ZA",
        "南アフリカ, ZA",
        "جنوب أفريقيا, ZA",
        "Suid-Afrika, ZA",
        "iNingizimu Afrika, ZA",
        "Deutschland, DE",
        "Saksa, DE",
        "España, ES",
        "Espana, ES",
        "Países Baixos, NL",
        "Ελλάδα, GR",
        "日本, JP",
        "德國, DE",
        "Россия, RU",
        "مصر, EG",
        "भारत, IN",
        "Norge, NO",
        "Guinea, GN",
        "Equatorial Guinea, GQ",
        "USA, US",
        "U.S.A., US",
        "NOR, NO",
        "UK, GB",
        "EL, GR",
        "ENG, GB",
        "United Kingdom, GB",
        "Czech Republic, CZ",
        "Côte d'Ivoire, CI",
        "Democratic Republic of the Congo, CD",
        "Kongo-Brazzaville, CG",
        "South Korea, KR",
        "Südkorea, KR",
        "Niger, NE",
        "Nigeria, NG",
        "Congo, CD CG",
        "Kongo, CD CG",
        "Korea, KP KR",
        "Virgin Islands, VG VI",
        "Kosovë, XK",
        "Atlantis,",
        "XX,",
        "47,"
    })
    void areKnownByWhatPeopleWriteForACode(String text, @Nullable String codes) {
        assertThat(Countries.meantBy(text)).isEqualTo(codes == null ? List.of() : List.of(codes.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "South Africa, 'South Africa is a country''s name; write its code ZA.'",
        "USA, 'Moodle takes country codes of two letters; for USA write US.'",
        "UK, 'Moodle takes country codes of two letters; for UK write GB.'",
        "Congo, '\"Congo\" may be CD or CG; write the code of the country that is meant.'",
        "Kosovo, 'Moodle has no code for the country Kosovo; leave the cell empty.'",
        "XX, '\"XX\" is not a country code that Moodle knows; write a code of two letters, such as ZA or US.'"
    })
    void areHintedAt(String text, String sentence) {
        assertThat(parse("country", text).problems())
                .extracting(Problem::message)
                .containsExactly(sentence);
    }
}
