package org.rollcall.provision.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.MembershipState;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;

@DisplayName("What is said of a membership")
class MembershipProblemsTest {

    private static final Membership COURSE = wish(MembershipKind.COURSE, "ENG101", "tutor");
    private static final Membership COHORT = wish(MembershipKind.COHORT, "STAFF", null);

    private static Membership wish(MembershipKind kind, String name, @Nullable String role) {
        return new Membership(
                31, 7, kind, 2, name, role, null, null, null, 5L, 6L, MembershipState.PENDING, null, null);
    }

    private static Refused<?> refusal(String code, String message) {
        return new Refused<>("moodle_exception", code, message, null);
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(
                        MembershipProblems.unknownCohort(COHORT, "."),
                        "cohort2.unknown",
                        "The site has no cohort with the ID number STAFF."),
                Arguments.of(
                        MembershipProblems.ambiguousCohort(COHORT, 2),
                        "cohort2.ambiguous",
                        "The site has 2 cohorts with the ID number STAFF, so it is not clear which is meant."),
                Arguments.of(
                        MembershipProblems.cohortNotCreated(COHORT, refusal("nopermissions", "Sorry, no.")),
                        "cohort2.not-created",
                        "The site did not create the cohort STAFF: Sorry, no."),
                Arguments.of(
                        MembershipProblems.notAdded(COHORT, "User does not exist."),
                        "cohort2.refused",
                        "The site did not add the person to the cohort STAFF: User does not exist."),
                Arguments.of(
                        MembershipProblems.unknownCourse(COURSE, "."),
                        "course2.unknown",
                        "The site has no course with the short name ENG101."));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("problems")
    void namesTheColumnAndWhatStandsInIt(Problem problem, String code, String sentence) {
        String column = code.substring(0, code.indexOf('.'));
        String value = column.startsWith("cohort") ? "STAFF" : "ENG101";
        assertThat(problem).isEqualTo(new Problem(7, column, value, code, sentence, Severity.ERROR));
    }

    @Test
    void namesTheRoleAndThoseThereAre() {
        assertThat(MembershipProblems.unknownRole(COURSE, List.of("student", "teacher")))
                .isEqualTo(new Problem(
                        7,
                        "role2",
                        "tutor",
                        "role2.unknown",
                        "The role tutor is not known; the roles that a roster may name are student, teacher"
                                + " (rollcall.site.roles).",
                        Severity.ERROR));
    }

    @Test
    void asksWhetherTheNearestRoleIsMeant() {
        Membership slip = wish(MembershipKind.COURSE, "ENG101", "Studnet");
        assertThat(MembershipProblems.unknownRole(slip, List.of("student", "teacher"))
                        .message())
                .startsWith("The role Studnet is not known (did you mean student?); the roles");
    }

    @Test
    void isAWarningWhereTheEnrolmentWasThereBefore() {
        assertThat(List.of(MembershipProblems.datesUnknown(COURSE), MembershipProblems.keptSuspended(COURSE)))
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Severity.WARNING))
                .extracting(Problem::code)
                .containsExactly("course2.dates-unknown", "course2.kept-suspended");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            wsnoinstance         | no-manual-enrolment | The course ENG101 has no manual enrolment, or it is switched off there; the site's administrator can add it.
            wsusercannotassign   | role-not-assignable | The token's account may not give the role tutor in the course ENG101.
            usersuspended        | account-suspended   | The account is suspended on the site, so it cannot be enrolled in ENG101.
            userdeleted          | account-deleted     | The account was deleted on the site, so it cannot be enrolled in ENG101.
            usernotconfirmed     | account-unconfirmed | The account has never been confirmed on the site, so it cannot be enrolled in ENG101.
            guestsarenotallowed  | account-guest       | The account is the site's guest account, so it cannot be enrolled in ENG101.
            invaliduser          | account-unknown     | The account is no longer on the site, so it cannot be enrolled in ENG101.
            nopermissions        | no-permission       | The token's account may not enrol people in the course ENG101, or has no access to it.
            requireloginerror    | no-permission       | The token's account may not enrol people in the course ENG101, or has no access to it.
            errorcoursecontextnotvalid | no-permission | The token's account may not enrol people in the course ENG101, or has no access to it.
            invalidparameter     | refused             | The site refused the enrolment in ENG101 and says only "As it says".
            ~~                   | refused             | The site refused the enrolment in ENG101 and says only "As it says".
            """)
    void saysOfEachRefusalOfAnEnrolmentWhatItMeans(String errorCode, String kind, String sentence) {
        assertThat(MembershipProblems.notEnrolled(COURSE, "tutor", refusal(errorCode, "As it says")))
                .isEqualTo(new Problem(7, "course2", "ENG101", "course2." + kind, sentence, Severity.ERROR));
    }
}
