package org.rollcall.roster.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Aliases")
class AliasesTest {

    @Nested
    @DisplayName("that come with Rollcall")
    class Shipped {
        private final Aliases shipped = Aliases.shipped();

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "E-Mail Adresse         | email",
                    "emailadresse           | email",
                    "PRENOM                 | firstname",
                    "Prénom                 | firstname",
                    "  Apellidos *          | lastname",
                    "Student ID             | idnumber",
                    "Matrikel-Nr.           | idnumber",
                    "NAZWISKO               | lastname",
                    "البريد الإلكتروني      | email",
                    "البريد الالكتروني      | email",
                    "Straße                 | address",
                    "STRASSE                | address",
                    "Hasło                  | password",
                    "Wydzial                | department",
                    "Ｅ－ｍａｉｌ           | email",
                    "Kurs                   | course1",
                    "Kurs 1                 | course1",
                    "Kurs12                 | course12",
                    "Cours n° 2             | course2",
                    "Cours nº 2             | course2",
                    "Course No. 3           | course3",
                    "Course #4              | course4",
                    "2. Kurs                | course2",
                    "Kurs 02                | course2",
                    "Rol 2                  | role2",
                    "Enrolment start date 3 | enroltimestart3",
                    "Telefon 2              | phone2"
                })
        void areTheCommonHeadersOfNineLanguages(String header, String column) {
            RosterColumn found = shipped.column(HeaderName.of(header));

            assertThat(found).extracting(RosterColumn::name).isEqualTo(column);
        }

        @ParameterizedTest
        @CsvSource({"Kurs 0", "Email 2", "Vorname 1", "Kurs 12345", "Kurs 1 Rolle", "Name", "Shoe size", "''", "2"})
        void areNoOthers(String header) {
            assertThat(shipped.column(HeaderName.of(header))).isNull();
        }

        @ParameterizedTest
        @CsvSource({"Name, firstname|lastname", "nombre, firstname|lastname", "I.D., idnumber|username"})
        void tellWhatAnUnclearNameMayMean(String header, String fields) {
            assertThat(shipped.candidates(HeaderName.of(header)))
                    .extracting(RosterField::stem)
                    .containsExactly(fields.split("\\|"));
        }
    }

    @Nested
    @DisplayName("in a file")
    class InAFile {

        @Test
        void mayStandInOneListOrInListsByLanguage() {
            Aliases aliases = Aliases.read("a.yml", """
                    email: Elpost
                    city: [Orașul, By]
                    course:
                      own: [Fag]
                      sv: [Kurs]
                    country:
                    profile_field_Programme: [Studiengang]
                    """);

            assertThat(aliases.column(HeaderName.of("EL-POST")))
                    .extracting(RosterColumn::name)
                    .isEqualTo("email");
            assertThat(aliases.column(HeaderName.of("Orasul")))
                    .extracting(RosterColumn::name)
                    .isEqualTo("city");
            assertThat(aliases.column(HeaderName.of("Fag 2")))
                    .extracting(RosterColumn::name)
                    .isEqualTo("course2");
            assertThat(aliases.column(HeaderName.of("Studiengang")))
                    .extracting(RosterColumn::name)
                    .isEqualTo("profile_field_Programme");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "city: [Ort]~country: [ort]    | a.yml, line 2: \"ort\" cannot stand for country, as it stands for city in line 1; a"
                            + " name that may mean both belongs under unclear.",
                    "emial: [Post]                 | a.yml, line 1: there is no field emial; did you mean email?",
                    "shoes: [Post]                 | a.yml, line 1: there is no field shoes.",
                    "course2: [Post]               | a.yml, line 1: there is no field course2; did you mean course?",
                    "city: [Town]~city: [Ort]      | a.yml, line 2: city stands there twice, first in line 1.",
                    "city: [E-Mail]                | a.yml, line 1: \"E-Mail\" is Moodle's own name of another column.",
                    "city: [Town, '--']            | a.yml, line 1: \"--\" has no letters to tell a column by.",
                    "city: [Town,~  , ]            | a.yml, line 2: it cannot be read as YAML: ",
                    "city: [Town, [Ort]]           | a.yml, line 1: city has to hold texts, and here is none.",
                    "- city                        | a.yml, line 1: The file has to hold names with a colon behind them.",
                    "city: [Ort]~unclear: {Ort: [city]} | a.yml, line 2: \"Ort\" is said to be unclear, but it stands for city in line 1.",
                    "unclear: {email: [city]}      | a.yml, line 1: \"email\" is Moodle's own name of a column, so it is clear.",
                    "unclear: {N: [city], n: city} | a.yml, line 1: \"n\" stands there twice, first in line 1.",
                    "unclear: {Name: [nam]}        | a.yml, line 1: there is no field nam."
                })
        void areRefusedInOneSentenceWithItsLine(String yaml, String sentence) {
            assertThatExceptionOfType(MappingException.class)
                    .isThrownBy(() -> Aliases.read("a.yml", yaml.replace('~', '\n')))
                    .withMessageStartingWith(sentence);
        }
    }
}
