package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.roster.RosterFixture.parse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.roster.file.Problem;

class DamagedCellTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.23E+11", "1,23E+11", "-1.2E-05", "1E+12", "1.23e+21", "1.23E11", "1.5E+011"})
    void isANumberInExponentForm(String cell) {
        assertThat(message("idnumber", cell))
                .isEqualTo(
                        "The idnumber was changed by the spreadsheet into %s, and its last digits may be lost; format"
                                + " the column as text and enter the value again.",
                        cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#REF!",
                "#N/A",
                "#NAME?",
                "#DIV/0!",
                "#BEZUG!",
                "#NV",
                "#ZAHL!",
                "#ÜBERLAUF!",
                "#¡REF!",
                "#¿NOMBRE?",
                "#N/D",
                "#VALEUR!",
                "#RIF!",
                "#NÚM!",
                "#VERW!",
                "#N/B",
                "#ADR!",
                "#DZIEL/0!",
                "#ССЫЛКА!",
                "#Н/Д",
                "#ИМЯ?",
                "#YOK",
                "Err:502",
                "########"
            })
    void isAnErrorOfTheSpreadsheet(String cell) {
        assertThat(message("city", cell))
                .isEqualTo("The city holds the spreadsheet's error %s; put the value itself there.", cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#GEHEIM!", "####", "1.5E10"})
    void isNotShownWhereItMayBeAPassword(String cell) {
        assertThat(parse("password", cell).problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.value() + problem.message()).doesNotContain(cell));
    }

    @ParameterizedTest
    @CsvSource({
        "idnumber, 12345.0",
        "idnumber, '12345,0'",
        "idnumber, 12345.00",
        "username, 12345.0",
        "idnumber, '12,345'",
        "idnumber, '1,234,567'",
        "idnumber, 12 345",
        "idnumber, 12\u00A0345",
        "idnumber, 12’345"
    })
    void isACodeThatWasTakenForAnAmount(String column, String cell) {
        assertThat(message(column, cell))
                .startsWith("The " + column + " was changed by some program into the amount ")
                .endsWith("zeros in front may be lost; format the column as text and enter the value again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M\uFFFDller", "half \uD83D", "a\u0000b", "a\u0092b", "\uFFFF"})
    void holdsWhatNobodyCanRead(String cell) {
        assertThat(message("lastname", cell)).startsWith("The lastname holds ").endsWith("; type the value again.");
    }

    @ParameterizedTest
    @CsvSource({
        "idnumber, 12.345.678",
        "idnumber, 1E10",
        "idnumber, 2.1",
        "idnumber, 00123",
        "idnumber, #12",
        "city, #1",
        "city, '1,000'",
        "profile_field_level, 12345.0",
        "password, 12345.0",
        "lastname, Err",
        "interests, '#ART, #MUSIC!'",
        "phone1, +47 22 85 50 50"
    })
    void isNotWhatPeopleWrite(String column, String cell) {
        assertThat(parse(column, cell).problems()).isEmpty();
    }

    private static String message(String column, String cell) {
        ParsedRow row = parse(column, cell);
        assertThat(row.hasErrors()).isTrue();
        return row.problems().stream()
                .filter(problem -> problem.code().equals("cell.damaged"))
                .map(Problem::message)
                .reduce((one, other) -> "more than one: " + one + other)
                .orElse("none");
    }
}
