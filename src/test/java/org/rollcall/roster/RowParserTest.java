package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rollcall.roster.RosterFixture.parse;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.roster.file.LineFinding;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.header.ColumnNames;
import org.rollcall.roster.header.RosterHeader;

class RowParserTest {
    private static final String LONG = "x".repeat(300);
    private static final RosterRules MAKE = RosterFixture.rules(new RowDefaults(true));

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("username", "", "username.missing"),
                fault("username", "é b", "username.invalid"),
                fault("username", "a+b", "username.invalid"),
                fault("username", "x".repeat(101), "username.too-long"),
                fault("username", "Á", "username.lowercased", "username.invalid"),
                fault("firstname", " \u00A0 ", "firstname.missing"),
                fault("firstname", "<3", "firstname.invalid"),
                fault("firstname", "x".repeat(101), "firstname.too-long"),
                fault("lastname", "", "lastname.missing"),
                fault("lastname", "a <b>b</b>", "lastname.invalid"),
                fault("email", "", "email.missing"),
                fault("email", "ada", "email.invalid"),
                fault("email", "x".repeat(60) + "@" + "x".repeat(36) + ".com", "email.too-long"),
                fault("password", "x".repeat(129), "password.too-long"),
                fault("createpassword", "yes", "createpassword.invalid"),
                fault("auth", "LDAP!", "auth.invalid"),
                fault("auth", "a".repeat(21), "auth.too-long"),
                fault("idnumber", LONG, "idnumber.too-long"),
                fault("lang", "English", "lang.invalid"),
                fault("lang", "en" + "_aaaaaaa".repeat(4), "lang.too-long"),
                fault("city", "x".repeat(121), "city.too-long"),
                fault("city", "<br>", "city.invalid"),
                fault("country", "South Africa", "country.invalid"),
                fault("country", "XX", "country.invalid"),
                fault("timezone", "Mars/Olympus", "timezone.unknown"),
                fault("timezone", "Etc/GMT+5", "timezone.unknown"),
                fault("institution", LONG, "institution.too-long"),
                fault("department", LONG, "department.too-long"),
                fault("phone1", "x".repeat(21), "phone1.too-long"),
                fault("phone2", "x".repeat(21), "phone2.too-long"),
                fault("address", LONG, "address.too-long"),
                fault("firstnamephonetic", LONG, "firstnamephonetic.too-long"),
                fault("lastnamephonetic", LONG, "lastnamephonetic.too-long"),
                fault("middlename", LONG, "middlename.too-long"),
                fault("alternatename", LONG, "alternatename.too-long"),
                fault("interests", "<i>art</i>", "interests.invalid"),
                fault("maildisplay", "3", "maildisplay.invalid"),
                fault("mailformat", "2", "mailformat.invalid"),
                fault("mailformat", "html", "mailformat.invalid"),
                fault("theme", "No Theme", "theme.invalid"),
                fault("suspended", "no", "suspended.invalid"),
                fault("deleted", "yes", "deleted.invalid"),
                fault("oldusername", "bob ray", "oldusername.invalid"),
                fault("oldusername", "É", "oldusername.lowercased", "oldusername.invalid"),
                fault("oldusername", "x".repeat(101), "oldusername.too-long"),
                fault("oldusername", "1,234", "cell.damaged", "oldusername.invalid"),
                fault("deleted|oldusername", "1|bob", "oldusername.conflict"),
                fault("idnumber", "1.23E+11", "cell.damaged"),
                fault("city", "#REF!", "cell.damaged"),
                fault("profile_field_x", "half \uD83D", "cell.damaged"),
                fault("cohort1|cohort2", "A|a", "cohort2.repeated"),
                fault("cohort1", "x".repeat(101), "cohort1.too-long"),
                fault("course1|course3", "ENG|eng", "course3.repeated"),
                fault("course1", LONG, "course1.too-long"),
                fault("course1|role1", "ENG|" + "x".repeat(101), "role1.too-long"),
                fault("role2", "student", "role2.without-course"),
                fault("course2|type2", "|1", "type2.without-course"),
                fault("course2|group2", "|A", "group2.without-course"),
                fault("course2|group2", "ENG|" + "x".repeat(255), "group2.too-long"),
                fault("course2|group2", "ENG|<b>A</b>", "group2.invalid"),
                fault("course2|enrolperiod2", "|5", "enrolperiod2.without-course"),
                fault("course2|enroltimestart2", "|2026-09-01", "enroltimestart2.without-course"),
                fault("course2|enrolstatus2", "|0", "enrolstatus2.without-course"),
                fault("course1|type1", "ENG|4", "type1.invalid"),
                fault("course1|role1|type1", "ENG|student|1", "type1.conflict"),
                fault("course1|enrolperiod1", "ENG|0", "enrolperiod1.invalid"),
                fault("course1|enrolperiod1", "ENG|36501", "enrolperiod1.invalid"),
                fault("course1|enrolperiod1", "ENG|1.5", "enrolperiod1.invalid"),
                fault("course1|enroltimestart1", "ENG|03/04/2026", "enroltimestart1.ambiguous"),
                fault("course1|enroltimestart1", "ENG|2026-02-30", "enroltimestart1.invalid"),
                fault("course1|enroltimestart1", "ENG|2026-09-01T08:00Z", "enroltimestart1.invalid"),
                fault("course1|enroltimestart1", "ENG|2026-09-0108:00", "enroltimestart1.invalid"),
                fault("course1|enrolstatus1", "ENG|2", "enrolstatus1.invalid"));
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @MethodSource("faults")
    void findsWhatIsWrongWithACell(String columns, String cells, List<String> codes) {
        ParsedRow row = parse(columns, cells);

        assertThat(row.problems()).extracting(Problem::code).isEqualTo(codes);
        assertThat(row.hasErrors()).isTrue();
        assertThat(row.problems()).allSatisfy(problem -> {
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.column()).isNotEmpty();
            assertThat(problem.message()).endsWith(".").doesNotContain("{", "null");
        });
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "username, x.a-b_c@d.org",
        "firstname, 1 < 2",
        "firstname, Ann 😀",
        "email, ADA@Example.EDU",
        "auth, oauth2",
        "lang, pt_br",
        "country, ZA",
        "timezone, America/Argentina/Buenos_Aires",
        "timezone, 99",
        "suspended, 0",
        "suspended, 1",
        "suspended, TRUE",
        "deleted, 0",
        "deleted, 1",
        "oldusername, bob",
        "description, <p>Hello</p>",
        "idnumber, 12345678901234567890",
        "phone1, +27 21 555 0100",
        "password, 1E+5",
        "theme, boost",
        "mailformat, 0"
    })
    void findsNothingWrongWithWhatMoodleTakes(String column, String cell) {
        assertThat(parse(column, cell).problems()).isEmpty();
    }

    @Test
    void keepsEveryProblemOfARowInTheOrderOfTheColumns() {
        ParsedRow row = parse("username|email|country|role1|idnumber", "É|nobody|Norway|student|#N/A");

        assertThat(row.problems())
                .extracting(Problem::code)
                .containsExactly(
                        "username.lowercased",
                        "username.invalid",
                        "email.invalid",
                        "country.invalid",
                        "role1.without-course",
                        "cell.damaged");
        assertThat(row.problems()).extracting(Problem::value).startsWith("É", "É", "nobody", "Norway");
        assertThat(row.row().person().lastname()).isEqualTo("Lovelace");
    }

    @Test
    void neverShowsAPassword() {
        String secret = "Hush-" + "x".repeat(150);
        ParsedRow row = parse("password", secret);

        assertThat(row.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.value()).isEmpty();
            assertThat(problem.message()).isEqualTo("The password has 155 characters; Moodle takes at most 128.");
        });
        assertThat(row.toString()).doesNotContain("Hush");
        assertThat(parse("password", "1.23E+11").problems())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .doesNotContain("1.23");
    }

    @Nested
    class WhenAValueIsPutRight {
        @Test
        void lowersAUsernameWithAWarning() {
            ParsedRow row = parse("username", "Ada.L");

            assertThat(row.row().person().username()).isEqualTo("ada.l");
            assertThat(row.hasErrors()).isFalse();
            assertThat(row.problems()).extracting(Problem::code).containsExactly("username.lowercased");
        }

        @Test
        void lowersAnOldUsernameWithAWarning() {
            ParsedRow row = parse("oldusername", "Ada.B");

            assertThat(row.row().person().oldUsername()).isEqualTo("ada.b");
            assertThat(row.hasErrors()).isFalse();
            assertThat(row.problems()).extracting(Problem::code).containsExactly("oldusername.lowercased");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "1"})
        void ignoresAnOldUsernameThatIsTheUsername(String deleted) {
            ParsedRow row = parse("oldusername|deleted", "ada|" + deleted);

            assertThat(row.row().person().oldUsername()).isNull();
            assertThat(row.problems())
                    .extracting(Problem::code, Problem::message, Problem::isError)
                    .containsExactly(tuple(
                            "oldusername.same",
                            "The oldusername is the username itself, so there is nothing to rename; it is ignored.",
                            false));
        }

        @Test
        void raisesACountryWithAWarning() {
            ParsedRow row = parse("country", "za");

            assertThat(row.row().person().country()).isEqualTo("ZA");
            assertThat(row.hasErrors()).isFalse();
            assertThat(row.problems()).extracting(Problem::code).containsExactly("country.uppercased");
        }

        @Test
        void trimsEveryKindOfSpaceAndComposesLettersSilently() {
            ParsedRow row = parse("firstname|city", "\u00A0\uFEFF Zoe\u0308 \u200B|\t");

            assertThat(row.row().person().firstname()).isEqualTo("Zoë");
            assertThat(row.row().person().city()).isNull();
            assertThat(row.problems()).isEmpty();
        }
    }

    @Nested
    class WhenTheRowIsRagged {
        private final RosterHeader header = RosterHeader.of(
                "r.csv", 1, List.of("username", "firstname", "lastname", "email", "city"), ColumnNames.ofMoodle());
        private final RowParser parser = new RowParser(header, RosterFixture.VALIDATOR, RosterRules.defaults());

        @Test
        void rejectsAShortRowAndStillReadsWhatIsThere() {
            ParsedRow row = parser.parse(new RosterLine(9, List.of("ada", "Ada", "Lovelace")));

            assertThat(row.problems())
                    .extracting(Problem::row, Problem::column, Problem::code, Problem::message)
                    .startsWith(org.assertj.core.groups.Tuple.tuple(
                            9, "", "row.ragged", "The row has 3 cells where the header has 5."));
            assertThat(row.row().person().lastname()).isEqualTo("Lovelace");
        }

        @Test
        void tellsWhatStruckTheReaderAboutASurplusCell() {
            LineFinding odd = new LineFinding(7, "cell.odd", "Cell 8 is odd.", Severity.WARNING);
            List<String> cells = List.of("ada", "Ada", "L", "a@x.org", "", "", "", "odd");

            assertThat(parser.parse(new RosterLine(2, cells, List.of(odd))).problems())
                    .extracting(Problem::column, Problem::code)
                    .contains(org.assertj.core.groups.Tuple.tuple("", "cell.odd"));
        }

        @Test
        void rejectsALongRowUnlessTheSurplusIsEmpty() {
            assertThat(parser.parse(new RosterLine(2, List.of("ada", "Ada", "L", "a@x.org", "", "x")))
                            .problems())
                    .extracting(Problem::code)
                    .containsExactly("row.ragged");
            assertThat(parser.parse(new RosterLine(2, List.of("ada", "Ada", "L", "a@x.org", "", "", " ")))
                            .problems())
                    .isEmpty();
        }
    }

    @Nested
    class WhenTheRowAsksForMemberships {
        @Test
        void readsCohortsAndCoursesInTheOrderOfTheirNumbers() {
            RosterRow row = parse("cohort2|course10|cohort1|course2|role2|course1", "B|TEN|A|TWO|teacher|")
                    .row();

            assertThat(row.cohorts()).containsExactly(new CohortRequest(1, "A"), new CohortRequest(2, "B"));
            assertThat(row.courses())
                    .containsExactly(
                            new CourseRequest(2, "TWO", "teacher", null, null, null, null),
                            new CourseRequest(10, "TEN", null, null, null, null, null));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-09-01, 2026-09-01T00:00",
            "2026-09-01 08:00, 2026-09-01T08:00",
            "2026-09-01T08:00:30, 2026-09-01T08:00:30"
        })
        void readsTheEnrolmentsDetails(String start, LocalDateTime expected) {
            RosterRow row = parse(
                            "course1|group1|enrolperiod1|enroltimestart1|enrolstatus1", "ENG|A|120|" + start + "|1")
                    .row();

            assertThat(row.courses()).containsExactly(new CourseRequest(1, "ENG", null, "A", 120, expected, true));
        }

        @ParameterizedTest
        @CsvSource({"1, student", "2, editingteacher", "3, teacher"})
        void readsAnOldTypeAsARole(String type, String role) {
            RosterRow row = parse("course1|role1|type1", "ENG||" + type).row();

            assertThat(row.courses()).extracting(CourseRequest::role).containsExactly(role);
        }
    }

    @ParameterizedTest(name = "suspended={0}: {1}")
    @CsvSource({"'',", "0, false", "1, true", "FALSE, false", "True, true", "１, true"})
    void tellsAnAccountToSuspendFromOneThatTheRosterSaysNothingOf(String cell, @Nullable Boolean suspended) {
        assertThat(parse("suspended", cell).row().person().suspended()).isEqualTo(suspended);
    }

    @Nested
    class WhenTheRowAsksForDeletion {
        @ParameterizedTest(name = "deleted={0}: {1}")
        @CsvSource({"'', false", "0, false", "FALSE, false", "1, true", "' TRUE ', true", "１, true"})
        void deletesOnlyWhereItIsSaid(String cell, boolean deleted) {
            assertThat(parse("deleted", cell).row().person().deleted()).isEqualTo(deleted);
        }

        @Test
        void needsTheUsernameAlone() {
            ParsedRow row = parse("deleted|firstname|lastname|email", "1|||");

            assertThat(row.problems()).isEmpty();
            assertThat(row.row().person().username()).isEqualTo("ada");
            assertThat(parse("deleted|username|email", "1||").problems())
                    .extracting(Problem::code)
                    .containsExactly("username.missing");
            assertThat(parse("deleted|email", "0|").problems())
                    .extracting(Problem::code)
                    .containsExactly("email.missing");
        }

        @ParameterizedTest(name = "{0}={1}")
        @CsvSource({
            "suspended|cohort1|course1|role1, 1|STAFF|ENG101|teacher, 'suspended, cohort1 and course1 are'",
            "cohort2, STAFF, cohort2 is",
            "suspended, 1, suspended is"
        })
        void ignoresOtherWishesWithOneWarning(String columns, String cells, String ignored) {
            ParsedRow row = parse("deleted|" + columns, "1|" + cells);

            assertThat(row.row().cohorts()).isEmpty();
            assertThat(row.row().courses()).isEmpty();
            assertThat(row.row().person().suspended()).isNull();
            assertThat(row.problems())
                    .containsExactly(new Problem(
                            2,
                            "deleted",
                            "1",
                            "deleted.alone",
                            "The row asks for the account to be deleted, so its " + ignored + " ignored.",
                            Severity.WARNING));
        }

        @ParameterizedTest(name = "{0}={1}")
        @CsvSource({
            "country, South Africa",
            "phone1, #N/A",
            "createpassword, yes",
            "role1, student",
            "course1|enrolperiod1, |ten",
            "city, ' '",
            "suspended, 0"
        })
        void looksAtNothingThatDoesNotTellWhoseAccountItIs(String columns, String cells) {
            assertThat(parse("deleted|" + columns, "1|" + cells).problems()).isEmpty();
        }

        @ParameterizedTest(name = "{0}={1}: {2}")
        @CsvSource({
            "idnumber, 1.23E+11, cell.damaged",
            "email, ada@@example.edu, email.invalid",
            "username, Ada Lovelace, username.invalid",
            "firstname, #REF!, cell.damaged"
        })
        void isRefusedWhereThatIsFaulty(String column, String cell, String code) {
            assertThat(parse("deleted|" + column, "1|" + cell).problems())
                    .filteredOn(Problem::isError)
                    .extracting(Problem::code)
                    .containsExactly(code);
        }

        @Test
        void keepsWhatTellsWhoseAccountItIsAndThePasswordForTheReject() {
            Person person = parse("deleted|idnumber|password|city", "1|007|Hush-4711|Oslo", MAKE)
                    .row()
                    .person();

            assertThat(List.of(person.lastname(), person.email(), String.valueOf(person.idnumber())))
                    .containsExactly("Lovelace", "ada@example.edu", "007");
            assertThat(person.password()).isEqualTo("Hush-4711");
            assertThat(person.city()).isNull();
            assertThat(person.createPassword()).isFalse();
        }
    }

    @Nested
    class WhenThePasswordIsLeftToTheSettings {
        @ParameterizedTest(name = "createpassword={0}, password={1}, auth={2}, setting={3}: {4}")
        @CsvSource({
            "'', '', '', false, false",
            "'', '', '', true, true",
            "1, '', '', false, true",
            "0, '', '', true, false",
            "'', secret, '', true, false",
            "'', '', ldap, true, false",
            "1, '', ldap, false, true"
        })
        void asksForAPasswordOnlyWhereTheRowIsSilent(
                String cell, String password, String auth, boolean setting, boolean wanted) {
            Person person = parse(
                            "createpassword|password|auth",
                            cell + "|" + password + "|" + auth,
                            setting ? MAKE : RosterRules.defaults())
                    .row()
                    .person();

            assertThat(person.createPassword()).isEqualTo(wanted);
        }
    }

    @Test
    void keepsProfileFieldsThatAreFilled() {
        Person person = parse("profile_field_StaffId|profile_field_site|profile_field_none", "007|Oslo|")
                .row()
                .person();

        assertThat(person.profileFields()).isEqualTo(Map.of("StaffId", "007", "site", "Oslo"));
    }

    private static Arguments fault(String columns, String cells, String... codes) {
        return Arguments.of(columns, cells, List.of(codes));
    }
}
