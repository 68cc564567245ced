package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.header.Aliases;
import org.rollcall.roster.header.ColumnNames;
import org.rollcall.roster.header.Mapping;
import org.rollcall.roster.header.MappingException;
import org.rollcall.roster.header.RosterHeader;

@DisplayName("The values that a mapping gives to rows")
class RowFillingTest {

    private static RosterRules rules(String mapping) {
        return RosterRules.defaults()
                .with(ColumnNames.of(Aliases.none(), Mapping.read(Mapping.FILE, mapping.replace('~', '\n'))));
    }

    private static ParsedRow parse(String mapping, String names, String cells) {
        RosterRules rules = rules(mapping);
        RosterHeader header = RosterHeader.of("r.csv", 1, Arrays.asList(names.split("\\|", -1)), rules.names());
        return new RowParser(header, RosterFixture.VALIDATOR, rules)
                .parse(new RosterLine(2, Arrays.asList(cells.split("\\|", -1))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "José;      García;         j.garcia",
                "Łukasz;    Żółć;           l.zolc",
                "李;        小龙;           l.xiaolong",
                "Anna Maria; O'Neil-Smith;  a.oneil-smith",
                "Øystein;   Ærø;            o.aero",
                "Ματθαίος;  Ωνάσης;         m.onases",
                "Михаил;    Ћирић;          m.ciric"
            })
    void makeUsernamesThatMoodleAllows(String first, String last, String username) {
        ParsedRow row =
                parse("templates: {username: '%1f.%l'}", "firstname|lastname|email", first + "|" + last + "|a@x.org");

        assertThat(row.row().person().username()).isEqualTo(username);
        assertThat(row.problems())
                .extracting(Problem::column, Problem::code, Problem::message, Problem::isError)
                .containsExactly(tuple(
                        "username",
                        "username.made",
                        "The row has no username; %s was made by the template in config/mapping.yml."
                                .formatted(username),
                        false));
    }

    @Test
    void areNoUsernameWhereANameIsMissing() {
        assertThat(parse("templates: {username: '%1f.%l'}", "firstname|lastname|email", "|Lee|a@x.org")
                        .problems())
                .extracting(Problem::code)
                .containsExactly("firstname.missing", "username.missing");
    }

    @Test
    void makeAnEmailOfTheUsernameThatWasMade() {
        Person person = parse(
                        "templates: {alternatename: '%f (%u)', email: '%u@x.edu', username: '%-f'}",
                        "firstname|lastname|username", "Zoë|Lee|")
                .row()
                .person();

        assertThat(List.of(person.username(), person.email(), String.valueOf(person.alternatename())))
                .containsExactly("zoe", "zoe@x.edu", "Zoë (zoe)");
    }

    @ParameterizedTest
    @CsvSource({"'', DE, DE", "FR, DE, FR", "' ', DE, DE"})
    void areDefaultsForEmptyCellsOnly(String cell, String fallback, String country) {
        assertThat(parse(
                                "defaults: {country: " + fallback + "}",
                                RosterFixture.HEADER.replace(',', '|') + "|country",
                                "ada|Ada|Lee|a@x.org|" + cell)
                        .row()
                        .person()
                        .country())
                .isEqualTo(country);
    }

    @Test
    void areConstantsWhateverTheCellSays() {
        ParsedRow row = parse(
                "constants: {city: Oslo, country: NO}",
                RosterFixture.HEADER.replace(',', '|') + "|city",
                "ada|Ada|Lee|a@x.org|Rome");

        assertThat(row.row().person().city()).isEqualTo("Oslo");
        assertThat(row.row().person().country()).isEqualTo("NO");
        assertThat(row.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ENG101, '', teacher",
        "ENG101, student, student",
        "'', '', ",
    })
    void describeAnEnrolmentOnlyWhereTheRowNamesTheCourse(String course, String role, String given) {
        ParsedRow row = parse(
                "defaults: {role1: teacher, enrolperiod1: 30}",
                RosterFixture.HEADER.replace(',', '|') + "|course1|role1",
                "ada|Ada|Lee|a@x.org|" + course + "|" + role);

        assertThat(row.problems()).isEmpty();
        assertThat(row.row().courses())
                .extracting(CourseRequest::role)
                .isEqualTo(given == null ? List.of() : List.of(given));
    }

    @Test
    void leaveARoleAloneThatIsNamedByItsOldType() {
        ParsedRow row = parse(
                "defaults: {role1: teacher}",
                RosterFixture.HEADER.replace(',', '|') + "|course1|type1",
                "ada|Ada|Lee|a@x.org|ENG101|1");

        assertThat(row.problems()).isEmpty();
        assertThat(row.row().courses()).extracting(CourseRequest::role).containsExactly("student");
    }

    @Test
    void doNotMendARowOfTheWrongLength() {
        assertThat(parse(
                                "constants: {country: NO}",
                                RosterFixture.HEADER.replace(',', '|') + "|city",
                                "ada|Ada|Lee|a@x.org")
                        .problems())
                .extracting(Problem::message)
                .containsExactly("The row has 4 cells where the header has 5.");
    }

    @ParameterizedTest
    @CsvSource({"'', username.missing", "ada,"})
    void areNotGivenToARowThatAsksForDeletion(String username, @Nullable String problem) {
        ParsedRow row = parse(
                "{constants: {cohort1: STAFF}, defaults: {idnumber: x}, templates: {username: '%-f', email: '%u@x.org'}}",
                "username|firstname|lastname|deleted", username + "|Ada|Lee|1");

        assertThat(row.problems()).extracting(Problem::code).isEqualTo(problem == null ? List.of() : List.of(problem));
        assertThat(row.row().person().email()).isEmpty();
        assertThat(row.row().person().idnumber()).isNull();
        assertThat(row.row().cohorts()).isEmpty();
    }

    @Test
    void areNamedWhereTheyMakeARowWrong() {
        ParsedRow row = parse(
                "templates: {username: '%f%f%f%f%f%f%f%f%f%f%f'}",
                "firstname|lastname|email", "Wolfeschlegel|Lee|a@x.org");

        assertThat(row.problems())
                .filteredOn(Problem::isError)
                .extracting(Problem::message)
                .containsExactly("The username has 143 characters; Moodle takes at most 100. The value comes from"
                        + " config/mapping.yml.");
    }

    @Nested
    @DisplayName("are looked at once, at the start")
    class Checked {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "constants: {country: Germany}  | Germany is a country's name; write its code DE.",
                    "defaults: {country: xx}        | \"xx\" is not a country code",
                    "constants: {lang: English}     | \"English\" is not the code of a Moodle language",
                    "constants: {suspended: no}     | The suspended must be 0, 1 or empty",
                    "defaults: {enrolperiod2: ten}  | The enrolperiod2 must be a whole number",
                    "constants: {phone1: 012345678901234567890} | The phone1 has 21 characters",
                    "templates: {email: '%f'}       | \"ada\" is not an email address that Moodle accepts",
                    "constants: {createpassword: x} | The createpassword must be 0"
                })
        void andRefusedWhereNoRowMayHaveThem(String yaml, String sentence) {
            assertThatExceptionOfType(MappingException.class)
                    .isThrownBy(
                            () -> new MappingCheck(rules("ignore: [email]~" + yaml), RosterFixture.VALIDATOR).check())
                    .withMessageStartingWith("config/mapping.yml, line 2: " + sentence)
                    .withMessageEndingWith(".");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "columns: {Land: country}",
                    "constants: {country: NO, course1: ENG, role1: teacher, group1: A, cohort2: A, suspended: 0}",
                    "defaults: {lastname: '-', lang: en, enroltimestart3: 2026-09-01, type1: 1}",
                    "templates: {username: '%1f%l', email: '%u@example.edu', description: '%f %l'}"
                })
        void andTakenWhereARowMay(String yaml) {
            assertThatCode(() -> new MappingCheck(rules(yaml), RosterFixture.VALIDATOR).check())
                    .doesNotThrowAnyException();
        }
    }
}
