package org.rollcall.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.ledger.Holds;
import org.rollcall.ledger.Places;
import org.rollcall.ledger.Places.Place;
import org.rollcall.ledger.PlanAction;
import org.rollcall.ledger.Plans;
import org.rollcall.ledger.Run;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.report.page.Figures;
import org.rollcall.report.page.Pages;
import org.rollcall.report.page.RunPage;
import org.rollcall.roster.file.Severity;
import org.springframework.stereotype.Component;

/** Writes {@code report.html}: the run on one page, for people. It is the last report to be written, and names the others. */
@Component
public class HtmlReport {

    /** The file's name. */
    public static final String NAME = "report.html";

    private final ReportFiles files;
    private final Pages pages;
    private final RunFacts facts;
    private final RunCounts counts;
    private final Holds holds;
    private final Plans plans;
    private final ProblemKinds problems;
    private final RejectTable rejects;
    private final Places places;
    private final WorkDone work;
    private final PastRuns past;
    private final RollcallSettings settings;

    HtmlReport(
            ReportFiles files,
            Pages pages,
            RunFacts facts,
            RunCounts counts,
            Holds holds,
            Plans plans,
            ProblemKinds problems,
            RejectTable rejects,
            Places places,
            WorkDone work,
            PastRuns past,
            RollcallSettings settings) {
        this.files = files;
        this.pages = pages;
        this.facts = facts;
        this.counts = counts;
        this.holds = holds;
        this.plans = plans;
        this.problems = problems;
        this.rejects = rejects;
        this.places = places;
        this.work = work;
        this.past = past;
        this.settings = settings;
    }

    /** Writes the page on a run. */
    public Path write(Run run, RunSummary summary) {
        RunPage page = page(run, summary);
        return files.write(run, NAME, writer -> pages.write("run", Map.of("page", page), writer));
    }

    private RunPage page(Run run, RunSummary summary) {
        Map<Severity, List<RunPage.Kind>> kinds = problems.of(run.id(), summary.problems());
        List<Place> asked = places.of(run.id());
        return new RunPage(
                (isPlan(summary) ? "Plan " : "Run ") + run.name(),
                RunWords.status(summary),
                Headline.of(summary),
                RunWords.next(summary, holds.of(run.id())),
                RunWords.command(summary),
                facts.of(summary),
                RunFacts.notes(summary),
                counts.of(run, summary, asked),
                RunCounts.meanings(summary.state()),
                isPlan(summary) ? plan(run) : List.of(),
                kinds.getOrDefault(Severity.ERROR, List.of()),
                rejects.of(run, summary),
                kinds.getOrDefault(Severity.WARNING, List.of()),
                PlaceTable.of(asked, summary),
                work.steps(run, StepNames::done),
                work.calls(run),
                past.upTo(run),
                besideIt(run, summary),
                Figures.moment(summary.endedAt(), settings.site().timeZone()));
    }

    private static boolean isPlan(RunSummary summary) {
        return summary.state() == RunSummary.State.PLANNED || summary.state() == RunSummary.State.HELD;
    }

    private List<RunPage.Tally> plan(Run run) {
        List<RunPage.Tally> actions = new ArrayList<>();
        plans.find(run.name()).ifPresent(plan -> {
            for (PlanAction action : PlanAction.values()) {
                long count = plan.counts().getOrDefault(action, 0L);
                if (count > 0 && (action.changesTheSite() || action == PlanAction.REPORT_LEAVER)) {
                    actions.add(new RunPage.Tally(action.words(), Figures.count(count)));
                }
            }
        });
        return actions;
    }

    private List<RunPage.BesideIt> besideIt(Run run, RunSummary summary) {
        List<RunPage.BesideIt> there = new ArrayList<>();
        for (ReportKind kind : ReportKind.values()) {
            boolean isOfThisState = summary.state() != RunSummary.State.INTERRUPTED || kind.standsBeforeTheEnd();
            if (isOfThisState && Files.exists(files.folder(run).resolve(kind.fileName()))) {
                there.add(new RunPage.BesideIt(kind.fileName(), kind.words()));
            }
        }
        return there;
    }
}
