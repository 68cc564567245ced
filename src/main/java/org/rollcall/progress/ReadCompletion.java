package org.rollcall.progress;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.ActivityCompletion;
import org.rollcall.moodle.CompletionCriterion;
import org.rollcall.moodle.CompletionState;
import org.rollcall.moodle.CourseCompletion;
import org.rollcall.moodle.CourseGrade;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.UserGrades;
import org.rollcall.progress.findings.Activities;
import org.rollcall.progress.findings.ActivityState;
import org.rollcall.progress.findings.Courses;
import org.rollcall.progress.findings.EnrolmentState;
import org.rollcall.progress.findings.Gradebook;
import org.rollcall.progress.findings.ItemGrade;
import org.rollcall.progress.findings.People;
import org.rollcall.progress.findings.Person;
import org.rollcall.progress.findings.Reading;
import org.rollcall.progress.findings.ReportCourse;
import org.rollcall.progress.findings.Reports;
import org.rollcall.progress.findings.SiteQuestion;
import org.rollcall.progress.findings.Standing;
import org.rollcall.progress.findings.Standings;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks what Moodle tells of nothing larger than one person in one course: which activities are done, and when the course
 * was completed. Nothing is asked that is known already: of courses without completion, of people whom a course does not
 * track, and of those of whom Moodle has told that nothing is done.
 */
@Component
@StepScope
class ReadCompletion implements ItemWriter<Person> {

    /** As many people as are asked about anew when the process dies. */
    static final int CHUNK = 10;

    private final long runId;
    private final MoodleClient moodle;
    private final SiteAnswers answers;
    private final CompletionAsking asking;
    private final People people;
    private final Standings standings;
    private final Activities activities;
    private final Gradebook gradebook;
    private final SiteQuestion question;
    private final Map<Long, ReportCourse> courses;

    ReadCompletion(
            @Value("#{jobParameters['run']}") long runId,
            MoodleClient moodle,
            SiteAnswers answers,
            CompletionAsking asking,
            Reports reports,
            People people,
            Courses courses,
            Standings standings,
            Activities activities,
            Gradebook gradebook) {
        this.runId = runId;
        this.moodle = moodle;
        this.answers = answers;
        this.asking = asking;
        this.people = people;
        this.standings = standings;
        this.activities = activities;
        this.gradebook = gradebook;
        this.question = reports.question(runId);
        this.courses = courses.of(runId).stream().collect(Collectors.toMap(ReportCourse::id, Function.identity()));
    }

    @Override
    public void write(Chunk<? extends Person> chunk) {
        List<Person> some = List.copyOf(chunk.getItems());
        List<Long> ids = some.stream().map(Person::id).toList();
        Map<Long, List<Standing>> standing = standings.of(ids);
        Map<Long, Map<Long, List<ItemGrade>>> grades = gradebook.grades(ids);
        for (Person person : some) {
            List<Standing> everywhere = standing.getOrDefault(person.id(), List.of()).stream()
                    .filter(there -> there.enrolment() != EnrolmentState.NONE)
                    .toList();
            read(person, everywhere, new HashMap<>(grades.getOrDefault(person.id(), Map.of())));
        }
        people.finished(some);
    }

    private void read(Person person, List<Standing> everywhere, Map<Long, List<ItemGrade>> grades) {
        Set<Long> gradesRead = readGrades(person, everywhere, grades);
        for (Standing there : everywhere) {
            ReportCourse course = Objects.requireNonNull(courses.get(there.courseId()));
            boolean isUngraded = (there.grades() == Reading.READ || gradesRead.contains(course.id()))
                    && grades.getOrDefault(course.id(), List.of()).isEmpty();
            readActivities(person, course, there, isUngraded);
            readCourse(person, course, there);
        }
    }

    private void readActivities(Person person, ReportCourse course, Standing there, boolean isUngraded) {
        if (course.isUntracked() || there.isUntracked()) {
            standings.activities(there, Reading.READ, null);
            return;
        }
        // What Moodle counts as done makes more than nothing; a failed activity makes nothing, but has a grade.
        boolean nothingDone = Objects.equals(there.progress(), 0.0);
        if (nothingDone && isUngraded) {
            standings.activities(there, Reading.READ, null);
            return;
        }
        Optional<List<ActivityCompletion>> told = asking.activities(runId, question, course, person.accountId());
        activities.put(
                person.id(),
                told.orElse(List.of()).stream()
                        .filter(activity -> activity.state() != CompletionState.INCOMPLETE)
                        .map(activity -> new ActivityState(activity.cmId(), activity.state(), activity.timeCompleted()))
                        .toList());
        standings.activities(
                there,
                told.isPresent() ? Reading.READ : Reading.NOT_TOLD,
                told.orElse(List.of()).stream()
                        .map(ActivityCompletion::trackedUser)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** Whether the course is complete where that is not known, and when it became so where it is. */
    private void readCourse(Person person, ReportCourse course, Standing there) {
        boolean mayBeComplete = there.enrolment() != EnrolmentState.SUSPENDED
                && !course.isUntracked()
                && !there.isUntracked()
                && !Boolean.FALSE.equals(course.hasConditions());
        if (!mayBeComplete
                || Boolean.FALSE.equals(there.completed())
                || !Offer.COURSE_COMPLETION.isIn(question.functions())) {
            return;
        }
        answers.ofCourse(
                        runId,
                        Offer.COURSE_COMPLETION,
                        course.shortname(),
                        () -> moodle.progress().course(course.id(), person.accountId()))
                .ifPresent(completion -> standings.completed(
                        there, completion.completed(), completion.completed() ? last(completion) : null));
    }

    /** When the last condition was met, or the first where any of them will do. */
    private static @Nullable Instant last(CourseCompletion completion) {
        List<Instant> met = completion.criteria().stream()
                .map(CompletionCriterion::timeCompleted)
                .filter(Objects::nonNull)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (met.isEmpty()) {
            return null;
        }
        return met.get(completion.allNeeded() ? met.size() - 1 : 0);
    }

    /**
     * Reads the grades that no call about a whole course has brought.
     *
     * @return the courses of which all were read
     */
    private Set<Long> readGrades(Person person, List<Standing> everywhere, Map<Long, List<ItemGrade>> known) {
        List<Standing> open = everywhere.stream()
                .filter(there -> there.grades() == Reading.OPEN)
                .toList();
        Set<Long> read = new HashSet<>();
        if (Offer.GRADE_ITEMS.isIn(question.functions())) {
            for (Standing there : open) {
                if (readGradesOf(person, Objects.requireNonNull(courses.get(there.courseId())), known)) {
                    read.add(there.courseId());
                }
            }
        } else if (!open.isEmpty() && Offer.COURSE_GRADES.isIn(question.functions())) {
            readTotals(person, open, known);
        }
        return read;
    }

    private boolean readGradesOf(Person person, ReportCourse course, Map<Long, List<ItemGrade>> known) {
        Optional<List<UserGrades>> told = answers.ofCourse(
                runId,
                Offer.GRADE_ITEMS,
                course.shortname(),
                () -> moodle.progress().gradeItems(course.id(), person.accountId()));
        List<ItemGrade> grades = told.orElse(List.of()).stream()
                .flatMap(userGrades -> Grading.grades(userGrades.items()).stream())
                .toList();
        gradebook.put(person.id(), course.id(), grades);
        known.put(course.id(), grades);
        standings.grades(course.id(), List.of(person.id()), told.isPresent() ? Reading.READ : Reading.NOT_TOLD);
        return told.isPresent();
    }

    private void readTotals(Person person, List<Standing> open, Map<Long, List<ItemGrade>> known) {
        List<CourseGrade> told = answers.ask(
                        runId, Offer.COURSE_GRADES, "", () -> moodle.progress().courseGrades(person.accountId()))
                .fold(done -> done.value(), refused -> List.of(), unavailable -> List.of(), ambiguous -> List.of());
        for (Standing there : open) {
            List<ItemGrade> totals = told.stream()
                    .filter(grade -> grade.courseId() == there.courseId())
                    .map(Grading::total)
                    .filter(Objects::nonNull)
                    .toList();
            gradebook.put(person.id(), there.courseId(), totals);
            known.put(there.courseId(), totals);
            standings.grades(there.courseId(), List.of(person.id()), Reading.READ);
        }
    }
}
