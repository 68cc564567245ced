package org.rollcall.report;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.UndoAction;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoItems;
import org.rollcall.ledger.UndoState;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.report.page.Figures;
import org.rollcall.report.page.Pages;
import org.rollcall.report.page.RunPage;
import org.rollcall.report.page.RunPage.Fact;
import org.rollcall.report.page.UndoPage;
import org.springframework.stereotype.Component;

/** Writes the {@code report.html} of a run that takes an earlier one back. */
@Component
class UndoHtmlReport {

    private static final int MOST = 1_000;

    private final ReportFiles files;
    private final Pages pages;
    private final UndoItems items;
    private final WorkDone work;
    private final RollcallSettings settings;

    UndoHtmlReport(ReportFiles files, Pages pages, UndoItems items, WorkDone work, RollcallSettings settings) {
        this.files = files;
        this.pages = pages;
        this.items = items;
        this.work = work;
        this.settings = settings;
    }

    /** How an attempt ended; the reason is empty unless it was interrupted. */
    record Ending(RunSummary.State state, String reason) {}

    void write(Run run, UndoSummary undo, Ending ending) {
        UndoPage page = page(run, undo, ending);
        files.write(run, HtmlReport.NAME, writer -> pages.write("undo", Map.of("page", page), writer));
    }

    private UndoPage page(Run run, UndoSummary undo, Ending ending) {
        UndoWords words = new UndoWords(undo, ending);
        long stays = undo.kept() + undo.refused();
        return new UndoPage(
                "Undo " + run.name(),
                words.status(),
                words.headline(),
                words.next(),
                words.command(),
                facts(undo),
                Arrays.stream(UndoAction.values())
                        .map(action -> RunCounts.bar(
                                action.words(),
                                "",
                                undo.count(action, UndoState.DONE),
                                undo.count(action, UndoState.ALREADY),
                                undo.count(action, UndoState.KEPT) + undo.count(action, UndoState.REJECTED),
                                undo.count(action, UndoState.PLANNED) + undo.count(action, UndoState.SENDING)))
                        .flatMap(Optional::stream)
                        .toList(),
                words.meanings(),
                kept(run, stays),
                note(stays),
                work.steps(run, UndoHtmlReport::stepWords),
                work.calls(run),
                besideIt(run),
                Figures.moment(undo.endedAt(), settings.site().timeZone()));
    }

    private List<Fact> facts(UndoSummary undo) {
        return List.of(
                new Fact("Takes back", undo.undoes()),
                new Fact("Roster", undo.roster()),
                new Fact("Site", RunFacts.site(undo.site())),
                new Fact(
                        "Began",
                        Figures.moment(undo.startedAt(), settings.site().timeZone())),
                new Fact("Took", Figures.duration(undo.seconds())));
    }

    private List<UndoPage.Kept> kept(Run run, long stays) {
        List<UndoPage.Kept> kept = new ArrayList<>();
        if (stays > 0) {
            items.forEach(run.id(), item -> {
                boolean isKept = item.state() == UndoState.KEPT || item.state() == UndoState.REJECTED;
                if (isKept && kept.size() < MOST) {
                    kept.add(kept(item));
                }
            });
        }
        return kept;
    }

    private static UndoPage.Kept kept(UndoItem item) {
        return new UndoPage.Kept(
                item.username(),
                item.column().isEmpty() ? item.name() : item.column(),
                item.action().words(),
                item.state().words(),
                item.reason());
    }

    private static @Nullable String note(long stays) {
        return stays <= MOST
                ? null
                : "The first %s of %s are shown here; %s has them all."
                        .formatted(Figures.count(MOST), Figures.count(stays), UndoReport.NAME);
    }

    private static Optional<String> stepWords(String step) {
        return Arrays.stream(UndoAction.values())
                .filter(action -> action.step().equals(step))
                .map(UndoAction::words)
                .findFirst();
    }

    private List<RunPage.BesideIt> besideIt(Run run) {
        return Arrays.stream(ReportKind.values())
                .filter(kind -> Files.exists(files.folder(run).resolve(kind.fileName())))
                .map(kind -> new RunPage.BesideIt(kind.fileName(), kind.words()))
                .toList();
    }
}
