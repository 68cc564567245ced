package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grades as a stock Moodle tells of them, beyond what was recorded. */
class GradesTest {
    private Sandbox sandbox = Sandbox.start(ProgressSite.options());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String items(String course, String user) {
        return SandboxForm.calling("gradereport_user_get_grade_items")
                .with("courseid", course)
                .with("userid", user)
                .send(sandbox);
    }

    private String overview(String user) {
        return SandboxForm.calling("gradereport_overview_get_course_grades")
                .with("userid", user)
                .send(sandbox);
    }

    private void restartWithout(String capability) {
        sandbox.close();
        sandbox = Sandbox.start(ProgressSite.without(capability));
    }

    @Nested
    class InACourse {
        @Test
        void areWeightedByWhatCouldBeGot() {
            assertThat(items("2", "4"))
                    .contains(
                            "\"weightraw\":0.16667,\"weightformatted\":\"16.67 %\",\"graderaw\":8,\"gradedatesubmitted\":1900,",
                            "\"weightraw\":0.83333,\"weightformatted\":\"83.33 %\",\"graderaw\":40,",
                            "\"gradeformatted\":\"40.00\",\"grademin\":0,\"grademax\":50,",
                            "\"feedback\":\"Well done\"",
                            "\"graderaw\":48,\"gradedatesubmitted\":null,\"gradedategraded\":3000,",
                            "\"rangeformatted\":\"0&ndash;60\",\"percentageformatted\":\"80.00 %\"");
        }

        @Test
        void haveNoWeightsForWhoeverHasNone() {
            assertThat(items("2", "5"))
                    .contains("\"graderaw\":null", "\"gradeformatted\":\"-\"", "\"rangeformatted\":\"0&ndash;65\"")
                    .doesNotContain("weightraw", "novalue");
        }

        @Test
        void leaveOutWhatTheCallerMayNotSee() {
            assertThat(items("2", "4")).doesNotContain("Secret");
            restartWithout("mod/assign:view");
            assertThat(items("2", "4")).contains("Test").doesNotContain("Essay");
        }

        @Test
        void comeForAllStudentsByName() {
            assertThat(items("2", "0"))
                    .containsSubsequence("\"userfullname\":\"Ann A\"", "\"userfullname\":\"Ben B\"")
                    .doesNotContain("Tom");
        }

        @Test
        void comeForTheStudentsOfAGroup() {
            assertThat(SandboxForm.calling("gradereport_user_get_grade_items")
                            .with("courseid", "2")
                            .with("groupid", "1")
                            .send(sandbox))
                    .contains("Ben B")
                    .doesNotContain("Ann A");
        }

        @Test
        void makeTheGradebookOfACourseThatHadNone() {
            assertThat(items("3", "4"))
                    .contains("\"itemtype\":\"course\"", "\"iteminstance\":2,", "\"rangeformatted\":\"0&ndash;0\"")
                    .isEqualTo(items("3", "4"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                0 | 4  | "errorcode":"invalidrecord"
                2 | 99 | "errorcode":"invaliduser"
                2 | 7  | "errorcode":"userdeleted"
                2 | -1 | "errorcode":"invaliduser"
                """)
        void refuse(String course, String user, String complaint) {
            assertThat(items(course, user)).contains(complaint);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                gradereport/user:view | 4 | (View user report)
                moodle/grade:viewall  | 4 | "errorcode":"nopermissiontoviewgrades","message":"Cannot view grades."
                moodle/grade:viewall  | 0 | (View grades of other users)
                moodle/course:view    | 4 | "errorcode":"requireloginerror"
                """)
        void takeCapabilities(String capability, String user, String complaint) {
            restartWithout(capability);
            assertThat(items("2", user)).contains(complaint);
        }
    }

    @Nested
    class InAllCourses {
        @Test
        void areTotalsOfTheCoursesOfAStudent() {
            assertThat(overview("4"))
                    .isEqualTo("{\"grades\":[{\"courseid\":2,\"grade\":\"48.00\",\"rawgrade\":\"48.00000\"},"
                            + "{\"courseid\":3,\"grade\":\"-\",\"rawgrade\":null}],\"warnings\":[]}");
        }

        @Test
        void areNoneForATeacherAndForTheCaller() {
            assertThat(overview("6")).isEqualTo("{\"grades\":[],\"warnings\":[]}");
            assertThat(SandboxForm.calling("gradereport_overview_get_course_grades")
                            .send(sandbox))
                    .isEqualTo("{\"grades\":[],\"warnings\":[]}");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                99 | "errorcode":"invaliduser"
                7  | "errorcode":"userdeleted"
                1  | "errorcode":"guestsarenotallowed"
                """)
        void refuse(String user, String complaint) {
            assertThat(overview(user)).contains(complaint);
        }

        @Test
        void takeACapability() {
            restartWithout("moodle/grade:viewall");
            assertThat(overview("4")).contains("(View grades of other users)");
        }
    }
}
