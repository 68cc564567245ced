package org.rollcall.roster.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterException;

@DisplayName("A mapping")
class MappingTest {
    private static final String REQUIRED = "username|firstname|lastname|email";

    private static RosterHeader header(String names, String mapping) {
        return RosterHeader.of(
                "r.csv",
                1,
                Arrays.asList(names.split("\\|", -1)),
                ColumnNames.of(Aliases.shipped(), Mapping.read(Mapping.FILE, mapping.replace('~', '\n'))));
    }

    @Nested
    @DisplayName("of headers")
    class OfHeaders {

        @Test
        void goesBeforeAliasesAndBeforeMoodlesOwnNames() {
            RosterHeader header = header(REQUIRED + "|Ort|idnumber|Fach", """
                    columns:
                      ORT: institution
                      id-number: profile_field_StaffId
                      Fach: course
                    """);

            assertThat(header.columns())
                    .extracting(RosterColumn::name)
                    .endsWith("institution", "profile_field_StaffId", "course1");
            assertThat(header.problems()).isEmpty();
            assertThat(header.notes()).isEmpty();
        }

        @Test
        void saysNothingOfWhatIsOfNoUse() {
            RosterHeader header = header(REQUIRED + "|Semester|Phone", "ignore: [semester, phone]");

            assertThat(header.columns()).hasSize(4);
            assertThat(header.problems()).isEmpty();
        }

        @Test
        void keepsPasswordsSecretThatItIgnores() {
            RosterHeader header = header(REQUIRED + "|Kennwort|Clave", "ignore: [Kennwort]");

            assertThat(header.columns()).hasSize(4);
            assertThat(List.of(header.holdsPasswords(3), header.holdsPasswords(4), header.holdsPasswords(5)))
                    .containsExactly(false, true, true);
        }

        @ParameterizedTest
        @CsvSource({
            "passwrd, true",
            "Login PW, true",
            "Passwort (alt), true",
            "mot de passe provisoire, true",
            "Contrasena temporal, true",
            "PIN, true",
            "Client secret, true",
            "createpassword, false",
            "Spinat, false",
            "Passport, false",
            "Pinyin name, false",
            "Secretary, false",
        })
        void keepsSecretWhatSoundsLikePasswordsToo(String name, boolean secret) {
            assertThat(header(REQUIRED + "|" + name, "").holdsPasswords(4)).isEqualTo(secret);
            assertThat(header(REQUIRED + "|" + name, "columns: {\"" + name + "\": department}")
                            .holdsPasswords(4))
                    .isFalse();
        }

        @Test
        void decidesBetweenTwoColumnsForOneField() {
            assertThat(header(REQUIRED + "|Student ID|EMPLID", "ignore: EMPLID").columns())
                    .extracting(RosterColumn::name)
                    .endsWith("idnumber");
            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> header(REQUIRED + "|Student ID|EMPLID", ""))
                    .withMessage(
                            "r.csv has two columns for idnumber: \"Student ID\" (column 5) and \"EMPLID\" (column 6);"
                                    + " take one of them out, or name it under ignore in config/mapping.yml.");
        }
    }

    @Nested
    @DisplayName("of values")
    class OfValues {

        @Test
        void standsForColumnsThatTheFileDoesNotHave() {
            RosterHeader header = header("Vorname|Nachname", """
                    templates: {username: '%f', email: '%u@example.edu'}
                    constants: {country: NO, course2: ENG101}
                    """);

            assertThat(header.columns())
                    .extracting(RosterColumn::name, RosterColumn::index)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("firstname", 0),
                            org.assertj.core.groups.Tuple.tuple("lastname", 1),
                            org.assertj.core.groups.Tuple.tuple("username", 2),
                            org.assertj.core.groups.Tuple.tuple("email", 3),
                            org.assertj.core.groups.Tuple.tuple("country", 4),
                            org.assertj.core.groups.Tuple.tuple("course2", 5));
            assertThat(header.size()).isEqualTo(2);
            assertThat(header.added()).isEqualTo(4);
        }

        @Test
        void isNoHeaderByItself() {
            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> header("a|b", "templates: {username: '%f', email: '%u@x.org'}"))
                    .withMessageStartingWith("r.csv has no header");
        }

        @Test
        void warnsOfAColumnThatAConstantTakesThePlaceOf() {
            assertThat(header(REQUIRED + "|Land", "constants: {country: NO}").problems())
                    .extracting(Problem::code, Problem::message)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            "column.ignored",
                            "The column \"Land\" is ignored, as config/mapping.yml has a constant for country."));
        }

        @Test
        void isTakenAsTheTextThatItIs() {
            assertThat(Mapping.read("m.yml", "constants: {country: NO, phone1: 0049, city: 2026-01-01, lang: en}")
                            .values())
                    .extracting(MappedValue::text)
                    .containsExactly("NO", "0049", "2026-01-01", "en");
        }
    }

    @Test
    void isEmptyWhereEverythingIsCommentedOut() {
        assertThat(Mapping.read("m.yml", "# nothing\n").values()).isEmpty();
        assertThat(Mapping.read("m.yml", "columns:\nignore:\nconstants:\ndefaults:\ntemplates:\n"))
                .hasToString(Mapping.none().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "column: {a: city}                   | m.yml, line 1: there is no key column; the keys there are columns, ignore,"
                        + " constants, defaults, templates.",
                "columns: {Ort: ctiy}                | m.yml, line 1: there is no column ctiy; did you mean city?",
                "columns: {Ort: }                    | m.yml, line 1: Ort has no value.",
                "columns: {Ort: [city]}              | m.yml, line 1: Ort has to hold texts, and here is none.",
                "columns:~  Ort: city~  ort: country | m.yml, line 3: the header \"ort\" is mapped twice.",
                "columns:~  Ort: city~  Ort: country | m.yml, line 3: Ort stands there twice, first in line 2.",
                "columns: {Ort: city}~columns: {}    | m.yml, line 2: columns stands there twice, first in line 1.",
                "columns: [Ort]                      | m.yml, line 1: columns has to hold names with a colon behind them.",
                "columns: {Ort: city}~ignore: [ORT]  | m.yml, line 2: \"ORT\" is ignored, and it stands in another place, too.",
                "ignore: ['?']                       | m.yml, line 1: \"?\" has no letters to tell a column by.",
                "constants: {country: NO}~defaults:~  Country: SE | m.yml, line 3: country stands under defaults, and in line 1 under"
                        + " constants; leave one of them out.",
                "constants: {deleted: 1}             | m.yml, line 1: deleted cannot stand under constants, as only a row itself",
                "defaults: {oldusername: ada}        | m.yml, line 1: oldusername cannot stand under defaults, as only a row itself",
                "constants: {username: ada}          | m.yml, line 1: username cannot stand under constants, as everybody has another"
                        + " one; a template can make it of the names.",
                "defaults: {cuontry: NO}             | m.yml, line 1: there is no column cuontry; did you mean country?",
                "templates: {username: '%n'}         | m.yml, line 1: in the template of username, \"%n\" is no place for a name:",
                "templates: {username: '%u1'}        | m.yml, line 1: the template of the username cannot be made of %u, itself.",
                "templates: {country: '%f'}          | m.yml, line 1: country cannot be made by a template.",
                "templates: {role1: '%f'}            | m.yml, line 1: role1 cannot be made by a template.",
                "columns: {Ort: city                 | m.yml, line 1: it cannot be read as YAML: "
            })
    void isRefusedInOneSentenceWithItsLine(String yaml, String sentence) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Mapping.read("m.yml", yaml.replace('~', '\n')))
                .withMessageStartingWith(sentence);
    }
}
