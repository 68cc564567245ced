package org.rollcall.progress;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.ActivityCompletion;
import org.rollcall.moodle.CompletionCriterion;
import org.rollcall.moodle.CourseCompletion;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.progress.findings.Activities;
import org.rollcall.progress.findings.Activity;
import org.rollcall.progress.findings.Courses;
import org.rollcall.progress.findings.Courses.Stage;
import org.rollcall.progress.findings.EnrolmentState;
import org.rollcall.progress.findings.Gradebook;
import org.rollcall.progress.findings.Item;
import org.rollcall.progress.findings.People;
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
 * Reads what there is to do in each course, as the site tells it of one of its people. Moodle gives activities without
 * names; those of graded ones stand in the gradebook, others among the conditions of the course.
 */
@Component
@StepScope
class ReadOutlines implements ItemWriter<ReportCourse> {

    private static final String NO_CONDITIONS = "nocriteriaset";
    private static final String NOT_TRACKED = "cannotviewreport";

    private final long runId;
    private final MoodleClient moodle;
    private final SiteAnswers answers;
    private final People people;
    private final Courses courses;
    private final Standings standings;
    private final Activities activities;
    private final Gradebook gradebook;
    private final SiteQuestion question;
    private final CompletionAsking asking;

    ReadOutlines(
            @Value("#{jobParameters['run']}") long runId,
            MoodleClient moodle,
            SiteAnswers answers,
            Reports reports,
            People people,
            Courses courses,
            Standings standings,
            Activities activities,
            Gradebook gradebook,
            CompletionAsking asking) {
        this.runId = runId;
        this.moodle = moodle;
        this.answers = answers;
        this.people = people;
        this.courses = courses;
        this.standings = standings;
        this.activities = activities;
        this.gradebook = gradebook;
        this.asking = asking;
        this.question = reports.question(runId);
    }

    @Override
    public void write(Chunk<? extends ReportCourse> chunk) {
        for (ReportCourse course : chunk) {
            if (!course.isUntracked()) {
                somebodyIn(course).ifPresent(account -> read(course, account));
            }
            courses.reached(runId, course, Stage.OUTLINE);
        }
    }

    /** The account of one of the people of a course, rather one whom the course tracks. */
    private Optional<Long> somebodyIn(ReportCourse course) {
        Map<Long, Long> accountById = new HashMap<>();
        people.byAccount(runId).forEach((account, id) -> accountById.put(id, account));
        return standings.inCourse(runId, course.id()).values().stream()
                .filter(standing ->
                        standing.enrolment() != EnrolmentState.NONE && accountById.containsKey(standing.personId()))
                .min(Comparator.comparing((Standing standing) -> standing.enrolment() != EnrolmentState.ACTIVE)
                        .thenComparing(Standing::isUntracked)
                        .thenComparing(Standing::personId))
                .map(standing -> accountById.get(standing.personId()));
    }

    private void read(ReportCourse course, long account) {
        if (gradebook.of(runId, course.id()).isEmpty() && Offer.GRADE_ITEMS.isIn(question.functions())) {
            readItems(course, account);
        }
        List<ActivityCompletion> told =
                asking.activities(runId, question, course, account).orElse(List.of());
        Map<Long, String> names = namesInGradebook(course);
        boolean namesAreMissing = told.stream().anyMatch(activity -> !names.containsKey(activity.cmId()));
        if (Offer.COURSE_COMPLETION.isIn(question.functions()) && (namesAreMissing || course.tracks() == null)) {
            names.putAll(conditions(course, account, told.isEmpty()));
        }
        activities.outline(
                runId,
                course.id(),
                told.stream()
                        .map(activity -> new Activity(activity.cmId(), activity.modName(), names.get(activity.cmId())))
                        .toList());
        if (!told.isEmpty()) {
            courses.tracks(runId, course.id(), true, null);
        }
    }

    /** What there are grades for, where the grades of the whole course could not be read at once. */
    private void readItems(ReportCourse course, long account) {
        answers.ofCourse(
                        runId,
                        Offer.GRADE_ITEMS,
                        course.shortname(),
                        () -> moodle.progress().gradeItems(course.id(), account))
                .ifPresent(grades -> grades.forEach(person -> gradebook.outline(
                        runId,
                        course.id(),
                        person.items().stream().map(Grading::item).toList())));
    }

    private Map<Long, String> namesInGradebook(ReportCourse course) {
        Map<Long, String> names = new HashMap<>();
        for (Item item : gradebook.of(runId, course.id())) {
            Long activity = item.activityId();
            String name = item.name();
            if (activity != null && name != null && !name.isEmpty()) {
                names.put(activity, name);
            }
        }
        return names;
    }

    private Map<Long, String> conditions(ReportCourse course, long account, boolean hasNoActivities) {
        Map<Long, String> names = new HashMap<>();
        Outcome<CourseCompletion> outcome = answers.ask(
                runId,
                Offer.COURSE_COMPLETION,
                " of the course " + course.shortname(),
                () -> moodle.progress().course(course.id(), account));
        if (outcome instanceof Done<CourseCompletion> done) {
            courses.tracks(runId, course.id(), true, true);
            for (CompletionCriterion criterion : done.value().criteria()) {
                @Nullable Long activity = criterion.activityId();
                if (activity != null) {
                    names.put(activity, criterion.criterion());
                }
            }
        } else if (outcome instanceof Refused<CourseCompletion> refused) {
            if (refused.errorCode().equals(NO_CONDITIONS)) {
                courses.tracks(runId, course.id(), true, false);
            } else if (refused.errorCode().equals(NOT_TRACKED) && hasNoActivities) {
                courses.tracks(runId, course.id(), false, null);
            }
        }
        return names;
    }
}
