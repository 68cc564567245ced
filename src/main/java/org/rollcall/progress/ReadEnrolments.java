package org.rollcall.progress;

import org.rollcall.progress.findings.ReportCourse;
import org.rollcall.progress.findings.Reports;
import org.rollcall.progress.findings.SiteQuestion;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads, course by course, which of the report's people are enrolled there. */
@Component
@StepScope
class ReadEnrolments implements ItemWriter<ReportCourse> {

    private final long runId;
    private final EnrolmentReading reading;
    private final SiteQuestion question;

    ReadEnrolments(@Value("#{jobParameters['run']}") long runId, EnrolmentReading reading, Reports reports) {
        this.runId = runId;
        this.reading = reading;
        this.question = reports.question(runId);
    }

    @Override
    public void write(Chunk<? extends ReportCourse> chunk) {
        for (ReportCourse course : chunk) {
            if (Offer.PARTICIPANTS.isIn(question.functions())) {
                reading.read(runId, course, Offer.ACCOUNTS.isIn(question.functions()));
            } else if (!Offer.USERS_COURSES.isIn(question.functions())
                    && !Offer.PARTNER_USERS_COURSES.isIn(question.functions())) {
                reading.notTold(runId, course);
            }
        }
    }
}
