package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;

@DisplayName("The check of a site")
class CheckCommandTest {

    @TempDir
    private Path home;

    private @Nullable Installation installation;

    @AfterEach
    void tearDown() {
        if (installation != null) {
            installation.close();
        }
    }

    private Installation install(PracticeSeed seed) throws IOException {
        Installation fresh = Installation.in(home, seed.options());
        installation = fresh;
        return fresh;
    }

    private Ending check(PracticeSeed seed, String... options) throws IOException {
        return check(install(seed), options);
    }

    private static Ending check(Installation installation, String... options) {
        return installation.command(
                Stream.concat(Stream.of("check"), Arrays.stream(options)).toArray(String[]::new));
    }

    private static void assertLine(Ending ending, String light, String subject, String sentence) {
        assertThat(ending.out().lines())
                .as(ending.toString())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(light + " ")
                        .contains(" " + subject + " ")
                        .contains(sentence));
    }

    @Nested
    @DisplayName("that is set up well")
    class WellSetUp {

        @Test
        void isGreenAndEndsWithZero() throws IOException {
            Ending ending = check(PracticeSeed.stock());
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(ending.err()).isEmpty();
            assertThat(ending.out())
                    .contains(" 0 red: provision can go to work.")
                    .doesNotContain("\nred");
            assertLine(ending, "green", "Token", "that of rollcall (Rollcall Service)");
            assertLine(ending, "green", "Version", "Practice Moodle is Moodle 4.5");
            assertLine(ending, "green", "Encryption", "on this machine");
            assertLine(ending, "green", "People", "Accounts can be created.");
            assertLine(ending, "green", "Changes", "Accounts can be updated.");
            assertThat(ending.out()).doesNotContain("can be deleted");
            assertLine(ending, "green", "Cohorts", "People can be added.");
            assertLine(ending, "green", "Courses", "People can be enrolled in ENG101 as student.");
            assertLine(ending, "green", "Form fields", "reads forms of 1,000 fields");
            assertLine(ending, "green", "Clock", "agree");
        }

        @Test
        void hasAProgramPartnersFunctionsOnlyWhereItOffersThem() throws IOException {
            assertThat(check(PracticeSeed.stock()).out()).doesNotContain("program partner");
            tearDown();
            Installation partner =
                    Installation.in(home, PracticeSeed.stock().options().withProgramPartner());
            installation = partner;
            assertLine(check(partner), "green", "Service", "a program partner's reports");
        }

        @Test
        void isLeftAsItWas() throws IOException {
            Installation fresh = install(PracticeSeed.stock());
            List<String> users = fresh.sandbox().state().usernames();
            check(fresh, "--course", "BIO110");
            assertThat(fresh.sandbox().state().usernames()).isEqualTo(users);
            assertThat(fresh.sandbox().state().cohortIdnumbers())
                    .hasSize(3)
                    .allSatisfy(cohort -> assertThat(fresh.sandbox().state().cohortMembers(cohort))
                            .isEmpty());
            assertThat(fresh.sandbox().state().enrolments("BIO110")).isEmpty();
        }

        @Test
        void neverShowsTheToken() throws IOException {
            Installation fresh = install(PracticeSeed.stock());
            Ending ending = check(fresh, "--debug");
            assertThat(ending.out() + Files.readString(home.resolve("var/log/rollcall.log")))
                    .doesNotContain(fresh.sandbox().token());
        }

        @Test
        void needsNoSettingsForTheSandbox() throws IOException {
            Installation fresh = install(PracticeSeed.stock());
            Files.delete(home.resolve("config/application.yml"));
            Ending ending = check(fresh);
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertThat(ending.out()).startsWith("The sandbox, Rollcall's built-in practice Moodle\n");
        }
    }

    @Nested
    @DisplayName("that keeps the token out")
    class KeptOut {

        @Test
        void saysSoOfATokenThatItDoesNotKnow() throws IOException {
            Installation fresh = install(PracticeSeed.stock());
            Files.writeString(home.resolve("config/token"), "mistyped");
            Ending ending = check(fresh);
            assertThat(ending.exitCode()).isEqualTo(2);
            assertLine(ending, "green", "Address", "answers");
            assertLine(ending, "red", "Token", "invalidtoken");
            assertThat(ending.out()).contains("-> Site administration > Server > Web services > Manage tokens");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
                rest: false              | 2 | Web services | Server > Web services > Manage protocols
                service: false           | 2 | Service      | Server > Web services > External services
                maintenance: page        | 3 | Site         | Server > Server > Maintenance mode
                maintenance: command-line | 3 | Site         | Server > Server > Maintenance mode
                """)
        void saysWhereASettingOfTheSiteIs(String setting, int exitCode, String subject, String place)
                throws IOException {
            PracticeSeed seed = PracticeSeed.stock()
                    .replaced("  shortname: practice\n", "  shortname: practice\n  " + setting + "\n");
            Ending ending = check(seed);
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(exitCode);
            assertLine(ending, "red", subject, "");
            assertThat(ending.out()).contains(place).contains("1 red: provision would fail.");
        }

        @Test
        void saysSoWhereNobodyAnswers() throws IOException {
            Installation fresh = install(PracticeSeed.stock());
            fresh.settings(URI.create("http://127.0.0.1:9"), "site.read-attempts: 1\n");
            Ending ending = check(fresh);
            assertThat(ending.exitCode()).isEqualTo(3);
            assertLine(ending, "red", "Address", "Nobody answers at 127.0.0.1");
        }

        @Test
        void saysSoWhereTheAddressIsOfSomethingElse() throws IOException {
            Installation fresh = install(PracticeSeed.stock());
            fresh.settings(URI.create(fresh.sandbox().url() + "/moodle"), "");
            Ending ending = check(fresh);
            assertThat(ending.exitCode()).isEqualTo(2);
            assertLine(ending, "red", "Address", "no Moodle web service");
            assertThat(ending.out()).contains("-> rollcall.site.url in config/application.yml");
        }

        @Test
        void saysSoWhereTheSiteIsOverloaded() throws IOException {
            Installation fresh = install(PracticeSeed.stock());
            fresh.sandbox().faults().add(FaultRule.always(Fault.status(503)));
            Ending ending = check(fresh);
            assertThat(ending.exitCode()).isEqualTo(3);
            assertLine(ending, "red", "Site", "overloaded");
        }
    }

    @Nested
    @DisplayName("whose service or role lacks something")
    class Lacking {

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
                core_user_create_users            | red   | creating accounts
                core_enrol_get_enrolled_users     | red   | enrolling
                core_cohort_create_cohorts        | amber | creating cohorts
                core_user_update_users            | amber | updating accounts
                core_user_delete_users            | amber | deleting accounts
                enrol_manual_unenrol_users        | amber | taking people out
                core_group_create_groups          | amber | groups
                """)
        void namesTheFunctionAndTheFeature(String function, String light, String feature) throws IOException {
            Ending ending = check(PracticeSeed.stock().without(function));
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(light.equals("red") ? 2 : 0);
            assertLine(ending, light, "Service", function);
            assertLine(ending, light, "Service", feature);
            assertThat(ending.out()).contains("> External services > Functions");
        }

        @Test
        void callsAFunctionRedThatASettingMakesNecessary() throws IOException {
            Installation fresh = install(PracticeSeed.stock().without("core_cohort_create_cohorts"));
            fresh.settings("create-missing-cohorts: true");
            Ending ending = check(fresh);
            assertThat(ending.exitCode()).isEqualTo(2);
            assertLine(ending, "red", "Service", "core_cohort_create_cohorts");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
                moodle/user:create                         | moodle/user:create        | People
                moodle/user:viewdetails                    | moodle/user:viewdetails   | People
                moodle/cohort:manage moodle/cohort:view    | moodle/cohort:view        | Cohorts
                moodle/cohort:manage moodle/cohort:assign  | moodle/cohort:assign      | Cohorts
                enrol/manual:enrol                         | enrol/manual:enrol        | Courses
                """)
        void namesTheCapability(String lacking, String named, String subject) throws IOException {
            PracticeSeed seed = PracticeSeed.stock();
            for (String capability : lacking.split(" ", -1)) {
                seed = seed.without(capability);
            }
            Ending ending = check(seed, "--course", "ENG101");
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(2);
            assertLine(ending, "red", subject, "");
            assertThat(ending.out()).contains("Define roles > the role of the token's account > Edit: allow " + named);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"moodle/user:update", "moodle/user:delete", "moodle/site:viewfullnames"})
        void namesTheCapabilityThatOnlyChangesOfAccountsTake(String capability) throws IOException {
            Installation fresh = install(PracticeSeed.stock().without(capability));
            fresh.settings("accounts.allow-deletes: true");
            Ending ending = check(fresh);
            assertThat(ending.exitCode()).as(ending.toString()).isZero();
            assertLine(ending, "amber", "Changes", "");
            assertThat(ending.out())
                    .contains("Define roles > the role of the token's account > Edit: allow " + capability);
        }

        @Test
        void triesADeletionThatHitsNobodyWhereDeletionsAreAllowed() throws IOException {
            Installation fresh = install(PracticeSeed.stock());
            fresh.settings("accounts.allow-deletes: true");
            List<String> users = fresh.sandbox().state().usernames();
            assertLine(check(fresh), "green", "Changes", "Accounts can be deleted.");
            assertThat(fresh.sandbox().state().usernames()).isEqualTo(users);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "--course=ENG101"})
        void saysWhoIsNotEnrolledWhereParticipantsCannotBeSeen(String option) throws IOException {
            PracticeSeed seed = PracticeSeed.stock().without("moodle/course:viewparticipants");
            Ending ending = option.isEmpty() ? check(seed) : check(seed, option);
            assertThat(ending.exitCode()).isEqualTo(option.isEmpty() ? 0 : 2);
            assertLine(
                    ending,
                    option.isEmpty() ? "amber" : "red",
                    "Courses",
                    "people who have an account already are not enrolled");
            assertThat(ending.out()).contains("allow moodle/course:view and moodle/course:viewparticipants");
        }

        @Test
        void saysThatCreatingCohortsCannotBeTried() throws IOException {
            Installation fresh = install(PracticeSeed.stock());
            fresh.settings("create-missing-cohorts: true");
            assertLine(check(fresh), "amber", "Cohorts", "Whether cohorts can be created cannot be found out");
        }

        @Test
        void tellsASiteThatClosesMidwayFromOneThatIsSetUpWrongly() throws IOException {
            Installation fresh = install(PracticeSeed.stock());
            fresh.sandbox().faults().add(FaultRule.always(Fault.status(503)).after(1));
            assertThat(check(fresh).exitCode()).isEqualTo(3);
        }

        @Test
        void namesTheRoleThatMayNotBeGiven() throws IOException {
            PracticeSeed seed = PracticeSeed.stock().replaced("assigns: [student, ", "assigns: [");
            Ending ending = check(seed, "--course", "ENG101");
            assertThat(ending.exitCode()).isEqualTo(2);
            assertLine(ending, "red", "Courses", "may not give the role student");
            assertThat(ending.out()).contains("Define roles > Allow role assignments");
        }

        @Test
        void namesACourseThatIsNotThere() throws IOException {
            Ending ending = check(PracticeSeed.stock(), "--course", "NOPE");
            assertThat(ending.exitCode()).isEqualTo(2);
            assertLine(ending, "red", "Courses", "No course with the short name NOPE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "--course=HAND101"})
        void takesACourseWithoutManualEnrolmentForALackOfThatCourseUnlessItWasAskedFor(String option)
                throws IOException {
            PracticeSeed seed =
                    PracticeSeed.stock().with("courses", "{shortname: HAND101, fullname: By hand, manual: none}");
            Ending ending = option.isEmpty() ? check(seed) : check(seed, option);
            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(option.isEmpty() ? 0 : 2);
            assertLine(ending, option.isEmpty() ? "amber" : "red", "Courses", "it has no manual enrolment");
        }

        @Test
        void tellsThatPhpWouldDropFields() throws IOException {
            Installation fresh = install(PracticeSeed.stock());
            fresh.settings("site.max-input-vars: 1100");
            Ending ending = check(fresh);
            assertThat(ending.exitCode()).isEqualTo(2);
            assertLine(ending, "red", "Form fields", "reads fewer than 1,100 fields");
        }
    }

    /** What the exit code promises. */
    @ParameterizedTest(name = "without {0}")
    @ValueSource(
            strings = {
                "nothing",
                "moodle/user:create",
                "moodle/user:viewdetails",
                "moodle/user:viewalldetails",
                "moodle/user:viewhiddendetails",
                "moodle/site:viewuseridentity",
                "moodle/course:useremail",
                "moodle/course:view",
                "moodle/course:viewparticipants",
                "moodle/course:viewhiddencourses",
                "enrol/manual:enrol",
                "moodle/role:review",
                "core_cohort_add_cohort_members",
                "core_cohort_delete_cohort_members",
                "core_course_get_courses_by_field"
            })
    void endsWithZeroOnlyIfProvisionDoes(String missing) throws IOException {
        PracticeSeed seed = missing.equals("nothing")
                ? PracticeSeed.stock()
                : PracticeSeed.stock().without(missing);
        Installation fresh = install(seed);
        Ending check = check(fresh, "--course", "ENG101");
        Path roster = fresh.roster(
                "roster.csv",
                List.of(
                        "username,firstname,lastname,email,password,cohort1,course1",
                        "ann,Ann,Lee,ann@example.org,Passw0rd-1,STUDENTS-2026,ENG101"));
        Ending provision = fresh.command("provision", roster.toString());
        assertThat(check.exitCode() != 0 || provision.exitCode() == 0)
                .as("%s%n%s", check, provision)
                .isTrue();
    }
}
