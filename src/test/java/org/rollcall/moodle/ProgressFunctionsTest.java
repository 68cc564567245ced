package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.moodle.RecordedSite.value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;

class ProgressFunctionsTest {

    private static final Instant GRADED = Instant.ofEpochSecond(1_795_223_255);

    private final RecordedSite site = new RecordedSite();
    private final ProgressFunctions progress = site.client.progress();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void activitiesOfOnePerson() {
        Recording recording = site.replay("ok.get_activities_completion_status");

        assertThat(value(progress.activities(2, 8)))
                .containsExactly(
                        new ActivityCompletion(
                                1,
                                "page",
                                1,
                                CompletionState.INCOMPLETE,
                                null,
                                CompletionTracking.AUTOMATIC,
                                null,
                                true),
                        new ActivityCompletion(
                                2,
                                "assign",
                                1,
                                CompletionState.COMPLETE,
                                GRADED,
                                CompletionTracking.MANUAL,
                                null,
                                true));
        site.assertSentAsIn(recording);
    }

    @Test
    void activitiesOfSomebodyWhoIsNotEnrolledAreNotTracked() {
        site.replay("completion.activities_not_enrolled");

        assertThat(value(progress.activities(2, 11)))
                .hasSize(2)
                .allSatisfy(activity -> assertThat(activity.trackedUser()).isFalse());
    }

    @Test
    void activitiesOfACourseWithoutCompletionAreNone() {
        site.replay("completion.activities_course_without_completion");

        assertThat(value(progress.activities(3, 8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "err.get_activities_completion_status.without_report_progress_view",
        "nocap.get_activities_completion_status"
    })
    void activitiesAreRefusedWithoutPermission(String recording) {
        site.replay(recording);

        assertThat(progress.activities(2, 8))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.lacksPermission()).isTrue());
    }

    @Test
    void courseTellsItsConditions() {
        Recording recording = site.replay("ok.get_course_completion_status");

        assertThat(value(progress.course(2, 8)))
                .isEqualTo(new CourseCompletion(
                        false,
                        true,
                        List.of(
                                new CompletionCriterion(
                                        4,
                                        "Activity completion",
                                        "No",
                                        false,
                                        null,
                                        "Read me first",
                                        1L,
                                        "Viewing the page"),
                                new CompletionCriterion(
                                        4,
                                        "Activity completion",
                                        "Yes",
                                        true,
                                        GRADED,
                                        "Essay 1",
                                        2L,
                                        "Marking yourself complete"))));
        site.assertSentAsIn(recording);
    }

    @Test
    void courseWithoutConditionsIsRefused() {
        site.replay("completion.course_status_no_criteria");

        assertThat(progress.course(3, 8)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.errorCode()).isEqualTo("cannotviewreport");
            assertThat(refused.message()).isEqualTo("You cannot view this report");
        });
    }

    @Test
    void gradeItemsOfOnePerson() {
        Recording recording = site.replay("ok.user_get_grade_items");

        List<UserGrades> grades = value(progress.gradeItems(2, 8));

        assertThat(grades).singleElement().satisfies(alice -> {
            assertThat(alice.userId()).isEqualTo(8);
            assertThat(alice.fullname()).isEqualTo("Alice Anderson");
            assertThat(alice.items())
                    .containsExactly(
                            new GradeItem(
                                    2,
                                    "Essay 1",
                                    "mod",
                                    "assign",
                                    "ENGESSAY",
                                    2L,
                                    81.5,
                                    "81.50",
                                    0.0,
                                    100.0,
                                    "81.50 %",
                                    null,
                                    GRADED,
                                    false,
                                    ""),
                            new GradeItem(
                                    3, "Quiz 1", "mod", "quiz", "ENGQUIZ", 3L, null, "-", 0.0, 10.0, "-", null, null,
                                    false, ""),
                            new GradeItem(
                                    1, null, "course", null, "", null, 81.5, "81.50", 0.0, 100.0, "81.50 %", null,
                                    GRADED, false, ""));
        });
        site.assertSentAsIn(recording);
    }

    @Test
    void gradeItemsOfEverybodyAskForNobodyInParticular() {
        site.replay("ok.user_get_grade_items");

        List<UserGrades> grades = new ArrayList<>();

        assertThat(value(progress.gradeItems(2, () -> grades::add))).isEqualTo(1);
        assertThat(grades).singleElement().satisfies(alice -> {
            assertThat(alice.userId()).isEqualTo(8);
            assertThat(alice.items()).hasSize(3);
        });
        assertThat(site.parameters()).containsEntry("courseid", "2").containsEntry("userid", "0");
    }

    @Test
    void courseGradesOfOnePerson() {
        Recording recording = site.replay("ok.overview_get_course_grades");

        assertThat(value(progress.courseGrades(8))).containsExactly(new CourseGrade(2, "81.50", 81.5, null));
        site.assertSentAsIn(recording);
    }

    @Test
    void courseGradesOfSomebodyWithoutAny() {
        site.replay("grades.overview_no_grades");

        assertThat(value(progress.courseGrades(9))).containsExactly(new CourseGrade(2, "-", null, null));
    }

    @Test
    void courseGradesWithoutPermissionNameTheCapability() {
        site.replay("nocap.overview_get_course_grades");

        assertThat(progress.courseGrades(8)).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.kind()).isEqualTo(UnavailableKind.PERMISSION);
            assertThat(unavailable.reason()).contains("moodle/grade:viewall");
        });
    }
}
