package org.rollcall.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.report.page.Bar.Meaning;
import org.rollcall.report.page.Figures;
import org.rollcall.report.page.RunPage.Status;

/** What is to be said of a run that takes an earlier one back. */
record UndoWords(UndoSummary undo, UndoHtmlReport.Ending ending) {

    private long stays() {
        return undo.kept() + undo.refused();
    }

    Status status() {
        return switch (ending.state()) {
            case PLANNED, HELD -> new Status("plan", "Plan");
            case INTERRUPTED -> new Status("bad", "Interrupted");
            case DONE -> stays() > 0 ? new Status("care", "Done in part") : new Status("good", "Done");
        };
    }

    String headline() {
        long changes = undo.items() - undo.already();
        String stay = stays() == 0 ? "" : "; " + Figures.count(stays()) + (stays() == 1 ? " stays" : " stay");
        String of = " of " + Figures.counted(changes, "change");
        return switch (ending.state()) {
            case PLANNED, HELD ->
                undo.planned() == 0
                        ? "Nothing can be taken back" + stay
                        : Figures.count(undo.planned()) + of + " can be taken back" + stay;
            case INTERRUPTED ->
                "Interrupted: %s%s taken back; %s not yet"
                        .formatted(Figures.count(undo.takenBack()), of, Figures.count(undo.planned()));
            case DONE -> Figures.count(undo.takenBack()) + of + " taken back" + stay;
        };
    }

    List<String> next() {
        List<String> sentences = new ArrayList<>();
        switch (ending.state()) {
            case PLANNED, HELD ->
                sentences.add(
                        command() == null
                                ? "Nothing was written to the site, and nothing is to be done there."
                                : "Nothing was written to the site. This takes it back:");
            case INTERRUPTED -> {
                sentences.add(ending.reason());
                sentences.add("Nothing is lost: give the same command again, and the run goes on where it stopped.");
            }
            case DONE ->
                sentences.add(
                        stays() == 0
                                ? "Nothing is left of the run %s that can be taken back.".formatted(undo.undoes())
                                : "What stays is listed below, with the reasons.");
        }
        return sentences;
    }

    /** What the colours mean; what cannot be is left out. */
    List<Meaning> meanings() {
        Meaning todo = new Meaning("todo", "To do", "to be taken back");
        Meaning done = new Meaning("done", "Taken back", "taken back");
        Meaning same = new Meaning("same", "As before", "stood as before already");
        Meaning back = new Meaning("back", "Stay", "stays");
        return switch (ending.state()) {
            case PLANNED, HELD -> List.of(todo, same, back);
            case INTERRUPTED -> List.of(done, same, back, todo);
            case DONE -> List.of(done, same, back);
        };
    }

    @Nullable
    String command() {
        return ending.state() == RunSummary.State.PLANNED && undo.planned() > 0 ? "./run.sh apply " + undo.run() : null;
    }
}
