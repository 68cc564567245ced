package org.rollcall.progress;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.NewRun;
import org.rollcall.ledger.RecordedRun;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.RunHistory;
import org.rollcall.ledger.Runs;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.RunExecution;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.Site;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.operation.StoppedException;
import org.rollcall.progress.findings.Question;
import org.rollcall.progress.findings.Reports;
import org.rollcall.progress.findings.SiteQuestion;
import org.rollcall.progress.report.ProgressReports;
import org.rollcall.report.ReportFiles;
import org.rollcall.roster.Fingerprint;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Reports who got how far, or goes on with a report that was interrupted. */
@Component
public class Progressing {

    /** The mode of the run of a report. */
    public static final String MODE = RecordedRun.PROGRESS;

    private static final int LONGEST_NAME = 255;

    private final Runs runs;
    private final RunHistory history;
    private final Reports reports;
    private final Resolution resolution;
    private final Site site;
    private final RollcallSettings settings;
    private final Job job;
    private final RunExecution execution;
    private final ProgressReports written;
    private final ReportFiles files;

    Progressing(
            Runs runs,
            RunHistory history,
            Reports reports,
            Resolution resolution,
            Site site,
            RollcallSettings settings,
            Job progress,
            RunExecution execution,
            ProgressReports written,
            ReportFiles files) {
        this.runs = runs;
        this.history = history;
        this.reports = reports;
        this.resolution = resolution;
        this.site = site;
        this.settings = settings;
        this.job = progress;
        this.execution = execution;
        this.written = written;
        this.files = files;
    }

    /**
     * Reports who got how far. Nothing is written to the site.
     *
     * @param out the one file that is wanted; null for all of them, in the folder of the run
     * @param onBegin told the run before it goes to work
     * @throws SettingsException when the site does not have what the question names, or something on this machine cannot be
     *     worked with
     * @throws SiteUnavailableException when the site cannot be worked with; the same question goes on
     * @throws StoppedException when the process was asked to stop; likewise
     */
    public ProgressResult report(Question question, @Nullable Path out, Consumer<Run> onBegin) {
        SiteQuestion resolved = resolution.resolve(question);
        Run run = runs.resumeOrBegin(wanted(question));
        reports.begin(run.id(), resolved);
        onBegin.accept(run);
        Map<String, String> more =
                out == null ? Map.of() : Map.of("out", out.toAbsolutePath().toString());
        if (!execution.carryOut(job, run, run.rosterName(), more)) {
            throw StoppedException.of(run);
        }
        String summary = history.find(run.name()).orElseThrow().summary();
        return new ProgressResult(run, written.read(Objects.requireNonNull(summary)), files.folder(run));
    }

    private NewRun wanted(Question question) {
        String words = question.words();
        return new NewRun(
                words.length() > LONGEST_NAME ? words.substring(0, LONGEST_NAME) : words,
                question.fingerprint(),
                new Fingerprint().of("time zone", settings.site().timeZone()).hex(),
                site.name(),
                MODE,
                List.of(),
                null,
                List.of());
    }
}
