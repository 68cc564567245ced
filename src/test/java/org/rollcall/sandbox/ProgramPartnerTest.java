package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions that only a program partner's site has. */
class ProgramPartnerTest {
    private static final SandboxForm VISIBLE_COURSES = SandboxForm.calling("local_wsfunc_get_visible_courses");

    @Nested
    class OnAPartnersSite {
        private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withProgramPartner());

        @AfterEach
        void stop() {
            sandbox.close();
        }

        @Test
        void areNamedByTheService() {
            assertThat(SandboxForm.calling("core_webservice_get_site_info").send(sandbox))
                    .contains("local_wsfunc_get_visible_courses", "core_user_create_users");
        }

        @Test
        void listTheVisibleCoursesWithoutTheSiteItself() {
            assertThat(VISIBLE_COURSES.send(sandbox))
                    .startsWith("{\"courses\":[{\"id\":")
                    .contains("\"shortname\":\"ENG101\"", "\"startdate\":\"0\"")
                    .doesNotContain("\"shortname\":\"practice\"");
        }

        @Test
        void listTheCoursesOfOneCategory() {
            SandboxForm category = SandboxForm.calling("local_wsfunc_get_visible_courses");

            assertThat(category.with("cat", "1").send(sandbox)).contains("ENG101");
            assertThat(category.with("cat", "99").send(sandbox)).isEqualTo("{\"courses\":[]}");
        }
    }

    @Nested
    class ForTheirOwnStudents {
        private final Sandbox sandbox = Sandbox.start(ProgressSite.options().withProgramPartner());

        @AfterEach
        void stop() {
            sandbox.close();
        }

        private String ask(String function, String... pairs) {
            SandboxForm form = SandboxForm.calling(function);
            for (int i = 0; i < pairs.length; i += 2) {
                form.with(pairs[i], pairs[i + 1]);
            }
            return form.send(sandbox);
        }

        @Test
        void listThePeopleOfTheCohort() {
            assertThat(ask("local_wsfunc_programpartner_get_users"))
                    .contains("\"fullname\":\"Ann A\"", "\"lastaccess\":4000")
                    .doesNotContain("Ben B");
        }

        @Test
        void tellOfCoursesAndEnrolments() {
            assertThat(ask("local_wsfunc_get_users_courses", "userid", "4"))
                    .startsWith("[{\"id\":2,\"shortname\":\"WRIT\",\"fullname\":\"Writing\",\"enrolledusercount\":3,")
                    .contains(
                            "\"enablecompletion\":true,\"enroltimestart\":0,\"enroltimeend\":0,\"enroltimecreated\":1");
        }

        @Test
        void tellOfActivities() {
            assertThat(ask("core_completion_get_course_activities_completion_status", "courseid", "2", "userid", "4"))
                    .startsWith("{\"statuses\":[{\"cmid\":1,\"modname\":\"page\",\"instance\":1,\"state\":1,"
                            + "\"timecompleted\":1000,\"tracking\":2},");
        }

        @Test
        void tellOfGrades() {
            assertThat(ask("local_wsfunc_get_grades", "courseid", "2", "userids[0]", "4"))
                    .startsWith("{\"items\":[{\"activityid\":\"course\",\"itemnumber\":0,")
                    .contains(
                            "\"grade\":48,",
                            "\"str_long_grade\":\"48.00 \\/ 60.00\"",
                            "\"datesubmitted\":1900,\"dategraded\":2000,\"str_grade\":\"8.00\"");
            assertThat(ask("local_wsfunc_get_grades", "courseid", "2", "component", "mod_quiz"))
                    .contains("\"activityid\":\"2\"", "\"grades\":[]")
                    .doesNotContain("Essay", "\"course\"");
            assertThat(ask("local_wsfunc_get_grades", "courseid", "2", "activityid", "3"))
                    .contains("Essay")
                    .doesNotContain("Test");
        }

        @Test
        void tellOfTheLastAccess() {
            assertThat(ask("local_wsfunc_get_lastaccess", "userid", "4")).isEqualTo("{\"lastaccess\":4000}");
            assertThat(ask("local_wsfunc_get_lastaccess")).isEqualTo("{\"lastaccess\":0}");
        }

        @ParameterizedTest
        @CsvSource({
            "local_wsfunc_get_users_courses,userid",
            "local_wsfunc_get_lastaccess,userid",
            "local_wsfunc_get_grades,userids[0]",
            "core_completion_get_course_activities_completion_status,userid"
        })
        void refuseToTellOfOthers(String function, String key) {
            boolean inCourse = function.contains("grades") || function.contains("activities");
            String[] pairs = inCourse ? new String[] {"courseid", "2", key, "5"} : new String[] {key, "5"};

            assertThat(ask(function, pairs))
                    .contains("\"errorcode\":\"invalidparameter\"", "user 5 is not in the program partner's cohort");
        }
    }

    @Nested
    class OnAStockMoodle {
        @Test
        void areUnknown() {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
                assertThat(VISIBLE_COURSES.send(sandbox)).contains("invalidrecord", "external_functions");
            }
        }
    }
}
