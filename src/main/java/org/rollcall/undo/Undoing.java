package org.rollcall.undo;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.ledger.Plans;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.RunState;
import org.rollcall.ledger.UndoRuns;
import org.rollcall.ledger.UndoRuns.Known;
import org.rollcall.operation.RunExecution;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.Site;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.operation.StoppedException;
import org.rollcall.provision.sending.SitePrecondition;
import org.rollcall.report.ReportFiles;
import org.rollcall.report.UndoSummaries;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Plans what of an earlier run can be taken back, and takes it back. */
@Component
public class Undoing {

    private final UndoRuns runs;
    private final Plans plans;
    private final Site site;
    private final SitePrecondition precondition;
    private final Job job;
    private final RunExecution execution;
    private final UndoSummaries summaries;
    private final ReportFiles reports;
    private final Clock clock;

    Undoing(
            UndoRuns runs,
            Plans plans,
            Site site,
            SitePrecondition precondition,
            Job undo,
            RunExecution execution,
            UndoSummaries summaries,
            ReportFiles reports,
            Clock clock) {
        this.runs = runs;
        this.plans = plans;
        this.site = site;
        this.precondition = precondition;
        this.job = undo;
        this.execution = execution;
        this.summaries = summaries;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * Plans what of a run can be taken back. Nothing is written to the site.
     *
     * @param name the name of the run that is to be taken back
     * @param deleteCreated whether accounts that it created are to be deleted; else they are suspended
     * @param onBegin told the run that takes it back before it goes to work
     * @throws SettingsException when there is no such run that can be taken back; nothing is done then
     * @throws SiteUnavailableException when the site cannot be worked with; the same can be asked for again
     * @throws StoppedException when the process was asked to stop; likewise
     */
    public UndoResult plan(String name, boolean deleteCreated, Consumer<Run> onBegin) {
        Instant began = clock.instant();
        Run undone = undoable(name);
        runs.waiting(undone.id())
                .filter(known -> known.state() == RunState.APPLYING)
                .ifPresent(known -> {
                    throw new SettingsException(
                            "The run %1$s is being taken back by the run %2$s, which was interrupted; `run.sh apply %2$s` goes on."
                                    .formatted(name, known.run().name()));
                });
        precondition.check();
        Run run = runs.begin(new UndoWish(undone, deleteCreated).newRun(), undone.id());
        onBegin.accept(run);
        execution.carryOut(job, run, run.rosterName());
        if (state(run) != RunState.PLANNED) {
            throw StoppedException.of(run);
        }
        return result(run, began);
    }

    /**
     * The run that is to take a run back in this way and is planned, or was interrupted while it did.
     *
     * @throws SettingsException when there is no such run that can be taken back
     */
    public Optional<Run> waiting(String name, boolean deleteCreated) {
        Run undone = undoable(name);
        UndoWish wish = new UndoWish(undone, deleteCreated);
        return runs.waiting(undone.id()).map(Known::run).filter(wish::isOf);
    }

    /** Whether a run of this name takes an earlier one back. */
    public boolean isUndo(String name) {
        return runs.find(name).map(Known::isUndo).orElse(false);
    }

    /**
     * Takes back what was planned, as far as nobody has changed it since.
     *
     * @param name the name of the run that was planned
     * @param onBegin told the run before it goes to work
     * @throws SettingsException when there is no such plan to be applied; nothing is done then
     * @throws SiteUnavailableException when the site cannot be worked with; the run can be taken up again
     * @throws StoppedException when the process was asked to stop; the run can be taken up again
     */
    public UndoResult apply(String name, Consumer<Run> onBegin) {
        Instant began = clock.instant();
        Known known = runs.find(name)
                .filter(Known::isUndo)
                .orElseThrow(() -> new SettingsException("There is no plan " + name + "."));
        requireApplicable(known);
        precondition.check();
        plans.release(known.run().id());
        onBegin.accept(known.run());
        if (!execution.carryOut(job, known.run(), known.run().rosterName())) {
            throw StoppedException.of(known.run());
        }
        return result(known.run(), began);
    }

    private Run undoable(String name) {
        Known known = runs.find(name).orElseThrow(() -> new SettingsException("There is no run " + name + "."));
        if (known.state() != RunState.DONE) {
            throw new SettingsException(
                    "The run %s did not come to its end, so it cannot be taken back.".formatted(name));
        }
        if (known.isPurged()) {
            throw new SettingsException(
                    "The personal data of the run %s has been purged, so it cannot be taken back any more."
                            .formatted(name));
        }
        requireSite(known.run());
        return known.run();
    }

    private void requireApplicable(Known known) {
        String name = known.run().name();
        String undone = runs.undoneBy(known.run().id()).name();
        switch (known.state()) {
            case UNFINISHED ->
                throw new SettingsException(
                        "The plan %s was not finished; give `undo %s` again.".formatted(name, undone));
            case DONE -> throw new SettingsException("The plan %s has been applied already.".formatted(name));
            case ABANDONED ->
                throw new SettingsException(
                        "The plan %s is no longer there: a newer plan took its place.".formatted(name));
            case PLANNED, HELD, APPLYING -> {}
        }
        requireSite(known.run());
    }

    private void requireSite(Run run) {
        if (!run.key().site().equals(site.name())) {
            throw new SettingsException("The run %s is of %s, and the settings name %s; nothing was done."
                    .formatted(run.name(), run.key().site(), site.name()));
        }
    }

    private RunState state(Run run) {
        return runs.find(run.name()).orElseThrow().state();
    }

    private UndoResult result(Run run, Instant began) {
        return new UndoResult(run, summaries.of(run, began), reports.folder(run));
    }
}
