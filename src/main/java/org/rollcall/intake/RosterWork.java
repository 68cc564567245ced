package org.rollcall.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Hold;
import org.rollcall.ledger.NewRun;
import org.rollcall.ledger.Plan;
import org.rollcall.ledger.Plans;
import org.rollcall.ledger.RosterHistory;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.RunState;
import org.rollcall.ledger.Runs;
import org.rollcall.operation.FolderSettings;
import org.rollcall.operation.Home;
import org.rollcall.operation.IntakeSettings.Mode;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.operation.StoppedException;
import org.rollcall.provision.HeldException;
import org.rollcall.provision.PlanResult;
import org.rollcall.provision.Planning;
import org.rollcall.provision.ProvisionResult;
import org.rollcall.provision.Provisioning;
import org.rollcall.report.ReportFiles;
import org.rollcall.report.RunSummaries;
import org.rollcall.report.RunSummary;
import org.rollcall.roster.RosterFile;
import org.rollcall.roster.file.RosterException;
import org.springframework.stereotype.Component;

/** Does with a roster what the settings of its folder say, or finds that it has been done. */
@Component
class RosterWork {

    private final Provisioning provisioning;
    private final Planning planning;
    private final Runs runs;
    private final RosterHistory rosters;
    private final Plans plans;
    private final RunSummaries summaries;
    private final ReportFiles reports;
    private final Mode mode;
    private final Home home;
    private final Claims claims;

    RosterWork(
            Provisioning provisioning,
            Planning planning,
            Runs runs,
            RosterHistory rosters,
            Plans plans,
            RunSummaries summaries,
            ReportFiles reports,
            RollcallSettings settings,
            Home home,
            Clock clock) {
        this.provisioning = provisioning;
        this.planning = planning;
        this.runs = runs;
        this.rosters = rosters;
        this.plans = plans;
        this.summaries = summaries;
        this.reports = reports;
        this.mode = settings.intake().mode();
        this.home = home;
        this.claims = new Claims(home, clock);
    }

    /**
     * Brings a roster to its end, or to its plan.
     *
     * @throws RosterException when it cannot be read
     * @throws SiteUnavailableException when the site cannot be worked with
     * @throws SettingsException when something on this machine cannot be worked with
     * @throws StoppedException when the process was asked to stop
     */
    FinishedRoster on(Claim claim, Instant began) {
        return finished(claim, began).orElseGet(() -> mode == Mode.PLAN ? plan(claim) : provision(claim));
    }

    /** A process that was killed behind the end of a run has left a roster that only needs to be archived. */
    private Optional<FinishedRoster> finished(Claim claim, Instant began) {
        String name = claim.slip().run();
        if (name == null) {
            return Optional.empty();
        }
        Optional<Run> run = rosters.find(name, RosterFile.sha256(claim.roster()));
        return run.flatMap(known -> switch (runs.state(known.id())) {
            case DONE -> Optional.of(done(known, summaries.of(known, began)));
            case PLANNED, HELD, APPLYING ->
                plans.find(name)
                        .map(plan -> planned(
                                claim, new PlanResult(plan, summaries.of(known, began), reports.folder(known))));
            case UNFINISHED, ABANDONED -> Optional.empty();
        });
    }

    private FinishedRoster plan(Claim claim) {
        return planned(claim, planning.plan(claim.roster(), (run, wanted) -> keep(claim, run)));
    }

    private FinishedRoster provision(Claim claim) {
        AtomicReference<@Nullable Run> begun = new AtomicReference<>();
        BiConsumer<Run, NewRun> onBegin = (run, wanted) -> {
            begun.set(run);
            keep(claim, run);
        };
        try {
            ProvisionResult result = provisioning.provision(claim.roster(), onBegin);
            Run run = begun.get();
            if (run == null) {
                throw new IllegalStateException("A run ended that was not begun");
            }
            return done(run, result.summary());
        } catch (HeldException held) {
            PlanResult plan = held.plan();
            if (plan == null) {
                throw held;
            }
            return planned(claim, plan);
        }
    }

    private void keep(Claim claim, Run run) {
        try {
            claims.begun(claim, run.name());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static FinishedRoster done(Run run, RunSummary summary) {
        IntakeOutcome outcome = summary.hasRejects() ? IntakeOutcome.REJECTS : IntakeOutcome.DONE;
        return new FinishedRoster(run, outcome, summary, IntakeSentences.done(summary), null);
    }

    private FinishedRoster planned(Claim claim, PlanResult result) {
        Plan plan = result.plan();
        if (plan.state() != RunState.HELD) {
            return new FinishedRoster(
                    plan.run(),
                    IntakeOutcome.PLANNED,
                    result.summary(),
                    IntakeSentences.planned(plan, result.summary()),
                    IntakeSentences.noteOfPlan(claim, plan, folderOption(claim)));
        }
        RunSummary.Snapshot snapshot = result.summary().snapshot();
        String reasons = snapshot == null
                ? ""
                : snapshot.held().stream().map(Hold::sentence).collect(Collectors.joining(" "));
        return new FinishedRoster(
                plan.run(),
                IntakeOutcome.HELD,
                result.summary(),
                "held, nothing was written to the site: " + reasons,
                IntakeSentences.noteOfHeld(claim, plan, reasons, folderOption(claim)));
    }

    /** What a command needs to work under the same settings as the roster's folder. */
    private String folderOption(Claim claim) {
        String folder = claim.slip().folder();
        return folder.isEmpty() || !Files.exists(new FolderSettings(home, folder).file())
                ? ""
                : " --inbox \"%s\"".formatted(folder);
    }
}
