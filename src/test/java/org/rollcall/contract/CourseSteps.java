package org.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.rollcall.moodle.Course;
import org.rollcall.moodle.CourseCompletion;
import org.rollcall.moodle.EnrolledCourse;
import org.rollcall.moodle.Enrolment;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Participant;
import org.rollcall.moodle.Role;
import org.rollcall.moodle.Unenrolment;
import org.rollcall.moodle.UserGrades;

/** Enrols people in the course that is named for it, reads how far they came, and takes them out again. */
final class CourseSteps {
    private static final String BY_FIELD = "core_course_get_courses_by_field";
    private static final String COURSES = "core_course_get_courses";
    private static final String ENROL = "enrol_manual_enrol_users";
    private static final String UNENROL = "enrol_manual_unenrol_users";
    private static final String PARTICIPANTS = "core_enrol_get_enrolled_users";
    private static final String COURSES_OF = "core_enrol_get_users_courses";

    private final Trial trial;

    CourseSteps(Trial trial) {
        this.trial = trial;
    }

    /** What comes before all that needs people in the course. */
    List<Step> beginning() {
        List<String> enrolling = List.of(BY_FIELD, ENROL, UNENROL, PARTICIPANTS);
        return List.of(
                new Step("finds the course by its short name, whatever its case", List.of(BY_FIELD), this::findsCourse),
                new Step(
                        "finds courses by id, and leaves out an unknown one",
                        List.of(BY_FIELD, COURSES),
                        this::findsCourses),
                new Step(
                        "enrols nobody of a batch with an unknown account",
                        enrolling,
                        () -> enrolsNobodyWith(enrolment(Trial.NOBODY, trial.courseId()), "invaliduser")),
                new Step(
                        "enrols nobody of a batch with an unknown course",
                        enrolling,
                        () -> enrolsNobodyWith(enrolment(trial.person(1), Trial.NOBODY), "invalidparameter")),
                new Step("enrols people", enrolling, this::enrols),
                new Step(
                        "suspends an enrolment, and resets it with the next",
                        List.of(BY_FIELD, ENROL, UNENROL, COURSES_OF),
                        this::enrolsAgain),
                new Step(
                        "tells the completion of activities",
                        List.of(BY_FIELD, ENROL, "core_completion_get_activities_completion_status"),
                        this::tellsActivities),
                new Step(
                        "tells the completion of the course",
                        List.of(BY_FIELD, ENROL, "core_completion_get_course_completion_status"),
                        this::tellsCompletion),
                new Step(
                        "tells grades",
                        List.of(BY_FIELD, ENROL, "gradereport_user_get_grade_items"),
                        this::tellsGrades),
                new Step(
                        "tells the totals of courses",
                        List.of(BY_FIELD, ENROL, "gradereport_overview_get_course_grades"),
                        this::tellsTotals));
    }

    /** What comes when nobody is needed in the course any more. */
    List<Step> end() {
        List<String> unenrolling = List.of(BY_FIELD, ENROL, UNENROL, PARTICIPANTS);
        return List.of(
                new Step("unenrols nobody of a batch with an unknown account", unenrolling, this::unenrolsNobody),
                new Step("unenrols people, and minds none who is not enrolled", unenrolling, this::unenrols));
    }

    private void findsCourse() {
        long id = trial.courseId();
        String shortname = Objects.requireNonNull(trial.site().course()).toLowerCase(Locale.ROOT);
        assertThat(Outcomes.done(trial.client().courses().byShortname(shortname)))
                .extracting(Course::id)
                .containsExactly(id);
    }

    private void findsCourses() {
        long id = trial.courseId();
        assertThat(Outcomes.done(trial.client().courses().byIds(List.of(id, Trial.NOBODY))))
                .extracting(Course::id)
                .containsExactly(id);
        assertThat(Outcomes.done(trial.client().courses().byId(Trial.NOBODY))).isEmpty();
    }

    private Enrolment enrolment(long userId, long courseId) {
        return new Enrolment(userId, courseId, trial.site().roleId(), null, null, null);
    }

    private void enrolsNobodyWith(Enrolment culprit, String errorCode) {
        Enrolment good = enrolment(trial.person(0), trial.courseId());
        Outcomes.refused(trial.client().enrolments().enrol(List.of(good, culprit)), errorCode);
        assertThat(enrolled()).doesNotContain(trial.person(0), trial.person(1));
    }

    private void enrols() {
        long course = trial.courseId();
        Outcomes.done(trial.client()
                .enrolments()
                .enrol(List.of(enrolment(trial.person(0), course), enrolment(trial.person(1), course))));
        assertThat(Outcomes.done(trial.client().enrolments().participants(course)))
                .filteredOn(participant -> participant.userId() == trial.person(0))
                .singleElement()
                .satisfies(participant -> assertThat(participant.roles())
                        .extracting(Role::id)
                        .containsExactly(trial.site().roleId()));
        assertThat(enrolled()).contains(trial.person(1)).doesNotContain(trial.person(2));
    }

    private void enrolsAgain() {
        long course = trial.courseId();
        Outcomes.done(trial.client()
                .enrolments()
                .enrol(List.of(
                        new Enrolment(trial.person(0), course, trial.site().roleId(), null, null, true))));
        assertThat(coursesOf(0)).doesNotContain(course);
        Outcomes.done(trial.client().enrolments().enrol(List.of(enrolment(trial.person(0), course))));
        assertThat(coursesOf(0)).contains(course);
    }

    private void tellsActivities() {
        Outcomes.done(trial.client().progress().activities(trial.courseId(), trial.person(0)));
    }

    private void tellsCompletion() {
        Outcome<CourseCompletion> outcome = trial.client().progress().course(trial.courseId(), trial.person(0));
        if (outcome instanceof Refused<CourseCompletion> refused
                && List.of("cannotviewreport", "nocriteriaset").contains(refused.errorCode())) {
            return;
        }
        assertThat(Outcomes.done(outcome).completed()).isFalse();
    }

    private void tellsGrades() {
        assertThat(Outcomes.done(trial.client().progress().gradeItems(trial.courseId(), trial.person(0))))
                .extracting(UserGrades::userId)
                .containsExactly(trial.person(0));
    }

    private void tellsTotals() {
        assertThat(Outcomes.done(trial.client().progress().courseGrades(trial.person(0))))
                .allSatisfy(grade -> assertThat(grade.courseId()).isEqualTo(trial.courseId()));
    }

    private void unenrolsNobody() {
        Outcomes.refused(
                trial.client()
                        .enrolments()
                        .unenrol(List.of(
                                new Unenrolment(trial.person(0), trial.courseId()),
                                new Unenrolment(Trial.NOBODY, trial.courseId()))),
                "invaliduser");
        assertThat(enrolled()).contains(trial.person(0));
    }

    private void unenrols() {
        for (int time = 0; time < 2; time++) {
            Outcomes.done(trial.client()
                    .enrolments()
                    .unenrol(List.of(
                            new Unenrolment(trial.person(0), trial.courseId()),
                            new Unenrolment(trial.person(2), trial.courseId()))));
            assertThat(enrolled()).contains(trial.person(1)).doesNotContain(trial.person(0), trial.person(2));
        }
    }

    private List<Long> enrolled() {
        return Outcomes.done(trial.client().enrolments().participants(trial.courseId())).stream()
                .map(Participant::userId)
                .toList();
    }

    private List<Long> coursesOf(int person) {
        return Outcomes.done(trial.client().enrolments().coursesOf(trial.person(person))).stream()
                .map(EnrolledCourse::id)
                .toList();
    }
}
