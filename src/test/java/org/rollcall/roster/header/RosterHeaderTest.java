package org.rollcall.roster.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.Severity;

class RosterHeaderTest {
    private static final String REQUIRED = "username|firstname|lastname|email";

    @ParameterizedTest
    @CsvSource({
        "IDNumber, IDNUMBER, 0, idnumber",
        "'  phone1 ', PHONE1, 0, phone1",
        "'\u00A0City\u200B', CITY, 0, city",
        "Course2, COURSE, 2, course2",
        "enroltimestart12, ENROLTIMESTART, 12, enroltimestart12",
        "createpassword, CREATEPASSWORD, 0, createpassword",
        "Profile_Field_StaffId, PROFILE_FIELD_, 0, profile_field_StaffId"
    })
    void knowsMoodlesUploadColumnsWithoutRegardToCase(String name, RosterField field, int slot, String column) {
        RosterHeader header = header(REQUIRED + "|" + name);

        RosterColumn found = header.column(4);
        assertThat(found).isNotNull();
        assertThat(found.field()).isEqualTo(field);
        assertThat(found.slot()).isEqualTo(slot);
        assertThat(found.name()).isEqualTo(column);
        assertThat(header.problems()).isEmpty();
        assertThat(header.names().get(4)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "emial, column.unknown, '\"emial\" is not a column that Rollcall knows; did you mean \"email\"?'",
        "corse2, column.unknown, '\"corse2\" is not a column that Rollcall knows; did you mean \"course2\"?'",
        "cohort, column.unknown, '\"cohort\" is not a column that Rollcall knows; did you mean \"cohort1\"?'",
        "course0, column.unknown, '\"course0\" is not a column that Rollcall knows; did you mean \"course1\"?'",
        "shoe size, column.unknown, '\"shoe size\" is not a column that Rollcall knows; it is ignored.'"
    })
    void warnsOfColumnsThatItWillNotActOn(String name, String code, String sentence) {
        assertThat(header(REQUIRED + "|" + name).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).isEqualTo(sentence);
        });
    }

    @Test
    void ignoresWhatTheRejectReportAdds() {
        RosterHeader header = header(REQUIRED + "|reject_row|Reject_Codes");

        assertThat(header.isRejectReport()).isTrue();
        assertThat(header.problems()).isEmpty();
        @Nullable RosterColumn added = header.column(4);
        assertThat(added).isNull();
    }

    @Test
    void ignoresEmptyNamesAtTheEndAndWarnsOfThemInBetween() {
        assertThat(header(REQUIRED + "||").problems()).isEmpty();
        assertThat(header(REQUIRED + "||city").problems())
                .extracting(Problem::code)
                .containsExactly("column.unnamed");
    }

    @Nested
    class WhenANameIsUnclear {

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "username|Name|Vorname|email; username lastname firstname email; column.assumed",
                    "username|Name|Nachname|email; username firstname lastname email; column.assumed",
                    "username|Name|firstname|lastname|email; username firstname lastname email; column.unclear",
                    "username|firstname|lastname|email|ID; username firstname lastname email; column.unclear"
                })
        void isReadOnlyWhereItCanMeanOneThingAlone(String names, String columns, String code) {
            RosterHeader header = header(names, ColumnNames.of(Aliases.shipped(), Mapping.none()));

            assertThat(header.columns()).extracting(RosterColumn::name).containsExactly(columns.split(" "));
            assertThat(header.problems()).extracting(Problem::code).containsExactly(code);
        }

        @ParameterizedTest
        @CsvSource({"username|Name|Vorname|Nom|email", "username|Name|email"})
        void isRefusedWhereTheRosterNeedsIt(String names) {
            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> header(names, ColumnNames.of(Aliases.shipped(), Mapping.none())))
                    .withMessageContaining(
                            "\"Name\" may mean firstname or lastname, and config/mapping.yml has to say" + " which.");
        }
    }

    @Nested
    class WhenItIsNoHeader {
        @ParameterizedTest
        @CsvSource({
            "'a|b|c', 'r.csv has no header: row 1 must hold the names of the columns, at least username, firstname,"
                    + " lastname and email.'",
            "'username|firstname|lastname', 'r.csv lacks the column email in its header.'",
            "'username|firstname|lastname|emial', 'r.csv lacks the column email in its header: perhaps \"emial\" should be"
                    + " \"email\".'",
            "'username|email|city', 'r.csv lacks the columns firstname and lastname in its header.'",
            "'username|firstname|lastname|email|city|City', 'r.csv has the column city twice, as column 5 and as column"
                    + " 6: take one of them out.'"
        })
        void saysWhatIsWrong(String names, String sentence) {
            assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(() -> header(names))
                    .withMessage(sentence);
        }
    }

    private static RosterHeader header(String names) {
        return header(names, ColumnNames.ofMoodle());
    }

    private static RosterHeader header(String names, ColumnNames known) {
        List<String> cells = Arrays.asList(names.split("\\|", -1));
        return RosterHeader.of("r.csv", 1, cells, known);
    }
}
