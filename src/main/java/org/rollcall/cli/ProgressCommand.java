package org.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollcall.cli.display.Display;
import org.rollcall.operation.SettingsException;
import org.rollcall.progress.ProgressResult;
import org.rollcall.progress.Progressing;
import org.rollcall.progress.findings.Question;
import org.rollcall.progress.report.ProgressMail;
import org.rollcall.progress.report.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code progress}: who got how far in a cohort or a course. */
@Command(
        name = "progress",
        mixinStandardHelpOptions = true,
        description = {
            "Reports how far the people of a cohort or of a course got: whether they are enrolled, when they last came,"
                    + " what they completed, and their grades. Nothing on the site is changed.",
            "",
            "The report lies in reports/RUN: progress.csv, progress.xlsx, progress.html, and the activities and grades one"
                    + " by one in progress-activities.csv and progress-grades.csv. --out writes one file elsewhere instead.",
            "",
            "A report that was interrupted goes on where it was when the same command is given again."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the report is written",
            "2:wrong use, wrong settings, or a cohort or course that the site does not have",
            "3:the site was unavailable; the same command goes on",
            "4:another run holds the job state",
            "70:a fault of Rollcall's own",
            "130, 143:stopped by Ctrl-C or by a TERM signal; the same command goes on"
        })
final class ProgressCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--cohort", paramLabel = "COHORT", description = "the Cohort ID of the people")
    private @Nullable String cohort;

    @Option(
            names = "--course",
            paramLabel = "COURSE",
            arity = "1..*",
            description =
                    "the short names of the courses; without it, all in which the people of the cohort are enrolled,"
                            + " and without --cohort, all people of the courses")
    private List<String> courses = List.of();

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "mark and count who came and what was done on this day (2026-09-01) or later")
    private @Nullable String since;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "write the report to this one file, whose name ends with .csv, .xlsx or .html")
    private @Nullable Path out;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "calls to the site at a time (rollcall.concurrency; found out while running unless set)")
    private @Nullable Integer concurrency;

    @Option(names = "--mail", description = "mail the report to those whom rollcall.mail.to names")
    private boolean mailed;

    @Mixin
    private final DisplayOptions displayOptions = new DisplayOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Rollcall rollcall;

    @Override
    public Integer call() {
        Display display = displayOptions.display();
        Question question = question();
        Path file = out;
        if (file != null) {
            check(file);
        }
        Map<String, Object> settings = new HashMap<>(rollcall.settings());
        if (concurrency != null) {
            settings.put("rollcall.concurrency", concurrency);
        }
        try (JobSession session = displayOptions.session(display, settings)) {
            if (mailed) {
                session.get(ProgressMail.class).requireRecipients();
            }
            ProgressResult result =
                    session.get(Progressing.class).report(question, file, run -> ProgressText.announce(display, run));
            ProgressText.print(display.text(), result, file);
            display.result(RunResults.of(result));
            if (mailed) {
                Path attached = file == null ? result.reports().resolve(ReportFormat.XLSX.fileName()) : file;
                session.get(ProgressMail.class).send(result.summary(), attached).ifPresent(display::say);
            }
            return ExitCode.DONE.number();
        }
    }

    private Question question() {
        boolean namesNobody = (cohort == null || cohort.isBlank()) && courses.isEmpty();
        if (namesNobody || courses.stream().anyMatch(String::isBlank)) {
            throw new ParameterException(spec.commandLine(), "Say of whom: --cohort COHORT, --course COURSE, or both.");
        }
        return new Question(
                cohort == null ? null : cohort.strip(),
                courses.stream().map(String::strip).toList(),
                day());
    }

    private @Nullable LocalDate day() {
        try {
            return since == null ? null : LocalDate.parse(since.strip());
        } catch (DateTimeParseException notADay) {
            throw new ParameterException(
                    spec.commandLine(), "--since takes a day such as 2026-09-01, and not \"" + since + "\".", notADay);
        }
    }

    /** What would fail at the end is told at the beginning. */
    private static void check(Path file) {
        if (Files.isDirectory(file)) {
            throw new SettingsException("%s is a folder; name a file in it.".formatted(file));
        }
        if (ReportFormat.of(file).isEmpty()) {
            throw new SettingsException(
                    "The name of %s does not tell what to write; it has to end with .csv, .xlsx or .html."
                            .formatted(file));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new SettingsException("There is no folder %s to write the report to.".formatted(folder));
        }
        if (!Files.isWritable(folder)) {
            throw new SettingsException("The folder %s cannot be written to.".formatted(folder));
        }
    }
}
