package org.rollcall.progress.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.CallCounts;
import org.rollcall.ledger.Run;
import org.rollcall.operation.Home;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SettingsException;
import org.rollcall.progress.findings.Findings;
import org.rollcall.progress.findings.Outline;
import org.rollcall.progress.findings.Question;
import org.rollcall.progress.findings.Reports;
import org.rollcall.report.ReportFiles;
import org.rollcall.report.ReportFiles.Bytes;
import org.rollcall.report.RunSummary.Calls;
import org.rollcall.report.SummaryReport;
import org.rollcall.report.page.Pages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the files of a report of progress. */
@Component
public class ProgressReports {

    static final String ACTIVITIES = "progress-activities.csv";
    static final String GRADES = "progress-grades.csv";

    private final Findings findings;
    private final Reports reports;
    private final CallCounts calls;
    private final ReportFiles files;
    private final Pages pages;
    private final Home home;
    private final RollcallSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    ProgressReports(
            Findings findings,
            Reports reports,
            CallCounts calls,
            ReportFiles files,
            Pages pages,
            Home home,
            RollcallSettings settings,
            JsonMapper json,
            Clock clock) {
        this.findings = findings;
        this.reports = reports;
        this.calls = calls;
        this.files = files;
        this.pages = pages;
        this.home = home;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes the report of a run, as far as it has come.
     *
     * @param out the one file that is wanted; null for all of them, in the folder of the run
     * @param attemptBegan when the attempt began whose seconds are told
     * @return the figures, as they stand in {@code summary.json}
     * @throws SettingsException when a file cannot be written
     */
    public String write(Run run, @Nullable Path out, Instant attemptBegan) {
        ProgressView view = view(run, attemptBegan);
        if (out == null) {
            for (ReportFormat format : ReportFormat.values()) {
                files.writeBytes(run, format.fileName(), content(view, format, true));
            }
            ProgressCsv csv = new ProgressCsv(view);
            files.write(run, ACTIVITIES, csv::writeActivities);
            files.write(run, GRADES, csv::writeGrades);
        } else {
            files.writeOut(out, content(view, ReportFormat.of(out).orElseThrow(), false));
        }
        String summary = json.writerWithDefaultPrettyPrinter().writeValueAsString(view.summary());
        files.write(run, SummaryReport.NAME, writer -> writer.append(summary).append('\n'));
        return summary;
    }

    private Bytes content(ProgressView view, ReportFormat format, boolean isAmongOthers) {
        return switch (format) {
            case CSV -> ReportFiles.inUtf8(new ProgressCsv(view)::writeCourses);
            case XLSX -> new ProgressWorkbook(view, scratch())::write;
            case HTML -> ReportFiles.inUtf8(writer -> new ProgressPages(view).write(pages, writer, isAmongOthers));
        };
    }

    private File scratch() {
        try {
            return Home.ownerOnly(home.var().resolve("tmp")).toFile();
        } catch (IOException failed) {
            throw new SettingsException("Rollcall cannot write to its folder " + home.var() + ".", failed);
        }
    }

    private ProgressView view(Run run, Instant attemptBegan) {
        Question question = reports.question(run.id()).question();
        ZoneId zone = settings.site().timeZone();
        LocalDate day = question.since();
        Instant since = day == null ? null : day.atStartOfDay(zone).toInstant();
        List<Outline> outlines = findings.outlines(run.id());
        Tally tally = new Tally(outlines, since);
        findings.people(run.id()).forEachRemaining(tally::add);
        return new ProgressView(
                summary(run, question, tally, attemptBegan), outlines, () -> findings.people(run.id()), since, zone);
    }

    private ProgressSummary summary(Run run, Question question, Tally tally, Instant attemptBegan) {
        Map<String, Long> byFunction = calls.ofRun(run.id());
        Instant now = clock.instant();
        return new ProgressSummary(
                run.name(),
                question,
                run.key().site(),
                run.key().mode(),
                run.startedAt(),
                now,
                Duration.between(attemptBegan, now).toMillis() / 1000.0,
                tally.people(),
                tally.courses(),
                reports.notes(run.id()),
                new Calls(
                        byFunction.values().stream().mapToLong(Long::longValue).sum(), byFunction));
    }

    /** What {@link #write} has given, to be looked at again. */
    public ProgressSummary read(String summary) {
        return json.readValue(summary, ProgressSummary.class);
    }
}
