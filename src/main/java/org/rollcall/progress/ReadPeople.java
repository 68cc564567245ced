package org.rollcall.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.CohortMembers;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.operation.Answers;
import org.rollcall.progress.findings.Courses;
import org.rollcall.progress.findings.People;
import org.rollcall.progress.findings.ReportCourse;
import org.rollcall.progress.findings.Reports;
import org.rollcall.progress.findings.SiteQuestion;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds out whom the report is about: the members of the cohort, or else the people of the courses, whose enrolments are
 * then read at once.
 */
@Component
@StepScope
class ReadPeople implements Tasklet {

    private final long runId;
    private final MoodleClient moodle;
    private final Reports reports;
    private final People people;
    private final Courses courses;
    private final EnrolmentReading enrolments;

    ReadPeople(
            @Value("#{jobParameters['run']}") long runId,
            MoodleClient moodle,
            Reports reports,
            People people,
            Courses courses,
            EnrolmentReading enrolments) {
        this.runId = runId;
        this.moodle = moodle;
        this.reports = reports;
        this.people = people;
        this.courses = courses;
        this.enrolments = enrolments;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        SiteQuestion question = reports.question(runId);
        courses.add(runId, question.courses());
        if (question.cohortId() != null) {
            people.addUnread(
                    runId,
                    Answers.valueOf(moodle.cohorts().members(List.of(question.cohortId()))).stream()
                            .map(CohortMembers::userIds)
                            .flatMap(List::stream)
                            .toList());
        } else if (question.question().cohort() != null || !Offer.PARTICIPANTS.isIn(question.functions())) {
            people.add(runId, Answers.valueOf(moodle.partner().users()));
        } else {
            for (ReportCourse course : courses.of(runId)) {
                enrolments.readWithPeople(runId, course);
            }
        }
        return RepeatStatus.FINISHED;
    }
}
