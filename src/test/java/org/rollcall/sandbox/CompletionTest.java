package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completion as a stock Moodle tells of it, beyond what was recorded. */
class CompletionTest {
    private Sandbox sandbox = Sandbox.start(ProgressSite.options());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String ask(String function, String course, String user) {
        return SandboxForm.calling(function)
                .with("courseid", course)
                .with("userid", user)
                .send(sandbox);
    }

    private void restartWithout(String capability) {
        sandbox.close();
        sandbox = Sandbox.start(ProgressSite.without(capability));
    }

    @Nested
    class OfActivities {
        private static final String FUNCTION = "core_completion_get_activities_completion_status";

        @Test
        void tellsStateTimeAndEachRule() {
            assertThat(ask(FUNCTION, "2", "4"))
                    .contains(
                            "{\"cmid\":1,\"modname\":\"page\",\"instance\":1,\"state\":1,\"timecompleted\":1000,\"tracking\":2,",
                            "\"state\":3,\"timecompleted\":2000,",
                            "{\"rulename\":\"completionview\",\"rulevalue\":{\"status\":0,\"description\":\"View\"}},"
                                    + "{\"rulename\":\"completionusegrade\",\"rulevalue\":{\"status\":1,"
                                    + "\"description\":\"Receive a grade\"}}],\"isoverallcomplete\":true}");
        }

        @Test
        void leavesOutWhatTheCallerMayNotSee() {
            assertThat(ask(FUNCTION, "2", "4"))
                    .contains("\"quiz\"", "\"assign\"")
                    .doesNotContain("forum");
            restartWithout("mod/quiz:view");
            assertThat(ask(FUNCTION, "2", "4"))
                    .contains("\"page\"", "\"assign\"")
                    .doesNotContain("quiz");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                5 | true
                6 | false
                3 | false
                """)
        void tracksStudentsOnly(String user, String tracked) {
            assertThat(ask(FUNCTION, "2", user)).contains("\"istrackeduser\":" + tracked);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                1  | 4  | {"statuses":[],"warnings":[]}
                0  | 4  | "debuginfo":"SELECT * FROM {course} WHERE id = ?
                2  | 99 | "errorcode":"invaliduser"
                2  | 0  | "errorcode":"invaliduser"
                2  | 7  | "errorcode":"userdeleted","message":"error\\/userdeleted"
                2  | 1  | "errorcode":"guestsarenotallowed"
                x  | 4  | courseid => Invalid parameter value detected
                """)
        void answersOddQuestions(String course, String user, String answer) {
            assertThat(ask(FUNCTION, course, user)).contains(answer);
        }

        @Test
        void takesACapability() {
            restartWithout("report/progress:view");
            assertThat(ask(FUNCTION, "2", "4")).contains("(View activity completion reports)");
            assertThat(ask(FUNCTION, "2", "3")).contains("\"statuses\":[{");
        }
    }

    @Nested
    class OfCourses {
        private static final String FUNCTION = "core_completion_get_course_completion_status";

        @Test
        void listsTheCriteriaAndWhatTheyAskFor() {
            assertThat(ask(FUNCTION, "2", "4"))
                    .startsWith(
                            "{\"completionstatus\":{\"completed\":false,\"aggregation\":1,\"completions\":[{\"type\":4,")
                    .contains(
                            "\"status\":\"Yes\",\"complete\":true,\"timecompleted\":1000,",
                            "\"status\":\"No\",\"complete\":false,\"timecompleted\":null,",
                            "\"requirement\":\"Viewing the quiz, Achieving grade\"")
                    .doesNotContain("Essay");
        }

        @Test
        void isCompleteOnceAllCriteriaAre() {
            sandbox.database()
                    .jdbc()
                    .sql("UPDATE mdl_course_modules_completion SET completionstate = 2")
                    .update();

            assertThat(ask(FUNCTION, "2", "4")).contains("\"completed\":true");
            assertThat(SandboxForm.calling("core_enrol_get_users_courses")
                            .with("userid", "4")
                            .send(sandbox))
                    .contains("\"progress\":100,\"completed\":true");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                3 | 4 | "errorcode":"cannotviewreport","message":"You cannot view this report"
                2 | 6 | "errorcode":"usernotenroled","message":"User is not enrolled in this course"
                2 | 3 | "errorcode":"notenroled","message":"You are not enrolled in this course"
                1 | 4 | "errorcode":"usernotenroled"
                """)
        void refuses(String course, String user, String complaint) {
            assertThat(ask(FUNCTION, course, user)).contains(complaint);
        }

        @Test
        void refusesACourseWithoutCriteria() {
            sandbox.database()
                    .jdbc()
                    .sql("UPDATE mdl_course_modules SET criterion = 0")
                    .update();

            assertThat(ask(FUNCTION, "2", "4"))
                    .contains(
                            "\"errorcode\":\"nocriteriaset\",\"message\":\"No completion criteria set for this course\"");
        }

        @Test
        void takesACapability() {
            restartWithout("report/completion:view");
            assertThat(ask(FUNCTION, "2", "4")).contains("cannotviewreport");
        }
    }

    @Nested
    class AmongSomebodysCourses {
        private String coursesOf(String user) {
            return SandboxForm.calling("core_enrol_get_users_courses")
                    .with("userid", user)
                    .send(sandbox);
        }

        @Test
        void showsProgressLastAccessAndTheNumberOfPeople() {
            assertThat(coursesOf("4"))
                    .startsWith("[{\"id\":2,")
                    .contains(
                            "\"enrolledusercount\":3,",
                            "\"completionhascriteria\":true,\"completionusertracked\":true,",
                            "\"progress\":25,\"completed\":false,",
                            "\"lastaccess\":4000,")
                    .doesNotContain("HIST");
        }

        @Test
        void writesFractionsAsPhpDoes() {
            sandbox.database()
                    .jdbc()
                    .sql("UPDATE mdl_course_modules SET completion = 0 WHERE module = 'forum'")
                    .update();

            assertThat(coursesOf("4")).contains("\"progress\":33.33333333333333,");
            assertThat(SandboxForm.calling("core_enrol_get_users_courses")
                            .with("userid", "4")
                            .with("moodlewsrestformat", "xml")
                            .send(sandbox))
                    .contains("<KEY name=\"progress\"><VALUE>33.333333333333</VALUE>");
        }

        @Test
        void tellsNothingOfTheProgressOfATeacher() {
            assertThat(coursesOf("6"))
                    .contains("\"completionusertracked\":false", "\"progress\":null,\"completed\":false");
        }

        @ParameterizedTest
        @CsvSource({"99", "1", "0", "-5", "7", "3"})
        void isEmptyForWhoeverIsEnrolledNowhere(String user) {
            assertThat(coursesOf(user)).isEqualTo("[]");
        }

        @ParameterizedTest
        @CsvSource({"moodle/course:view", "moodle/course:viewparticipants", "moodle/user:viewdetails"})
        void isEmptyForACallerWhoMayNotKnow(String capability) {
            restartWithout(capability);
            assertThat(coursesOf("4")).isEqualTo("[]");
        }
    }
}
