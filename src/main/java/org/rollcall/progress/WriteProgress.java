package org.rollcall.progress;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.RunHistory;
import org.rollcall.ledger.Runs;
import org.rollcall.progress.findings.Courses;
import org.rollcall.progress.findings.ReportCourse;
import org.rollcall.progress.findings.Reports;
import org.rollcall.progress.findings.SiteQuestion;
import org.rollcall.progress.report.ProgressReports;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the report and ends its run. What it was made of leaves the ledger: the next report asks the site anew. */
@Component
@StepScope
class WriteProgress implements Tasklet {

    private final long runId;
    private final String out;
    private final Runs runs;
    private final RunHistory history;
    private final Reports reports;
    private final Courses courses;
    private final ProgressReports files;

    WriteProgress(
            @Value("#{jobParameters['run']}") long runId,
            @Value("#{jobParameters['out'] ?: ''}") String out,
            Runs runs,
            RunHistory history,
            Reports reports,
            Courses courses,
            ProgressReports files) {
        this.runId = runId;
        this.out = out;
        this.runs = runs;
        this.history = history;
        this.reports = reports;
        this.courses = courses;
        this.files = files;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        Run run = runs.find(runId);
        addNotes(reports.question(runId));
        LocalDateTime began = contribution.getStepExecution().getJobExecution().getStartTime();
        String summary = files.write(
                run,
                out.isEmpty() ? null : Path.of(out),
                Objects.requireNonNull(began).atZone(ZoneId.systemDefault()).toInstant());
        history.keep(runId, summary);
        reports.end(runId);
        runs.complete(runId);
        return RepeatStatus.FINISHED;
    }

    private void addNotes(SiteQuestion question) {
        Lacking.notes(question).forEach(note -> reports.note(runId, note));
        for (ReportCourse course : courses.of(runId)) {
            if (course.isUntracked()) {
                reports.note(runId, "The course %s does not track completion.".formatted(course.shortname()));
            } else if (Boolean.FALSE.equals(course.hasConditions())) {
                reports.note(
                        runId,
                        "The course %s has no conditions of completion, so nobody completes it; its activities are told."
                                .formatted(course.shortname()));
            }
        }
    }
}
