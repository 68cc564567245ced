package org.rollcall.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.StateHeldException;
import org.rollcall.roster.RosterFile;
import org.rollcall.roster.file.RosterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has one roster worked on at a time, tells what became of it, and lets those pause who failed. */
final class RosterDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RosterDesk.class);

    private final Workshop workshop;
    private final Claims claims;
    private final IntakeListeners listeners;
    private final Notices notices;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private final Pauses pauses = new Pauses();
    private final Set<IntakeResult> news = new HashSet<>();

    RosterDesk(
            Workshop workshop,
            Claims claims,
            IntakeListeners listeners,
            Notices notices,
            Clock clock,
            BooleanSupplier stopping) {
        this.workshop = workshop;
        this.claims = claims;
        this.listeners = listeners;
        this.notices = notices;
        this.clock = clock;
        this.stopping = stopping;
    }

    Pauses pauses() {
        return pauses;
    }

    boolean isStopping() {
        return stopping.getAsBoolean();
    }

    /**
     * Works on what is in work already.
     *
     * @return what became of it; empty where it has to wait
     * @throws StateHeldException when another command holds the job state
     */
    Optional<IntakeOutcome> workOn(Claim claim, InboxFolder folder) {
        if (pauses.isPausing(claim.place(), clock.instant())) {
            return Optional.empty();
        }
        return work(folder, claim.slip().file(), () -> Optional.of(claim));
    }

    /**
     * Takes a file out of the inbox and works on it.
     *
     * @return what became of it; empty where it has to wait
     * @throws StateHeldException when another command holds the job state
     */
    Optional<IntakeOutcome> workOn(DroppedFile file) {
        // Taken only once the parts are built: a file whose settings are at fault stays where it is.
        return work(file.folder(), file.name(), () -> claims.take(file));
    }

    private Optional<IntakeOutcome> work(InboxFolder folder, String file, Supplier<Optional<Claim>> claim) {
        Instant now = clock.instant();
        if (isStopping() || pauses.isPausing(folder, now)) {
            return Optional.empty();
        }
        List<IntakeResult> results = new ArrayList<>();
        try {
            within(folder, intake -> claim.get().ifPresent(taken -> results.add(work(intake, folder, taken))));
        } catch (SettingsException fault) {
            results.add(failed(folder, file, IntakeOutcome.REFUSED, String.valueOf(fault.getMessage()), now));
        } catch (StateHeldException held) {
            throw held;
        } catch (RuntimeException fault) {
            LOG.error("The parts for {} cannot be built", folder.words(), fault);
            results.add(failed(folder, file, IntakeOutcome.FAULT, RosterIntake.FAULT, now));
        }
        // Only now, when other commands may have the job state.
        results.stream().filter(news::remove).forEach(listeners::ended);
        return results.stream().map(IntakeResult::outcome).findFirst();
    }

    private void within(InboxFolder folder, Consumer<RosterIntake> work) {
        try {
            workshop.within(folder, intake -> {
                notices.settled(this);
                work.accept(intake);
            });
        } catch (StateHeldException held) {
            notices.tell(this, "Another command is at work in this folder; the rosters wait until it has ended.");
            throw held;
        }
    }

    private IntakeResult work(RosterIntake intake, InboxFolder folder, Claim claim) {
        listeners.began(claim.slip().folder(), claim.slip().file());
        IntakeResult result = intake.work(claim);
        LOG.info("{} ended as {}: {}", claim.words(), result.outcome(), result.sentence());
        if (result.outcome().stopsFolder()) {
            pauses.failed(folder, clock.instant());
        } else if (result.outcome() == IntakeOutcome.FAULT) {
            pauses.failed(claim.place(), clock.instant());
        } else {
            pauses.end(folder);
            notices.settled(folder);
        }
        if (notices.isNews(claim.place(), result.outcome() + result.sentence())) {
            news.add(result);
            intake.tell(result);
        }
        if (result.outcome().isEnd()) {
            notices.settled(claim.place());
        }
        return result;
    }

    private IntakeResult failed(
            InboxFolder folder, String file, IntakeOutcome outcome, String sentence, Instant began) {
        pauses.failed(folder, clock.instant());
        IntakeResult result =
                new IntakeResult(folder.name(), file, outcome, null, null, null, sentence, began, clock.instant());
        if (notices.isNews(folder, sentence)) {
            news.add(result);
        }
        return result;
    }

    /** Puts files first whose runs were interrupted, which is known to the job state. */
    List<DroppedFile> unfinishedFirst(List<DroppedFile> files) {
        List<DroppedFile> sorted = new ArrayList<>(files);
        if (files.size() > 1 && !isStopping()) {
            try {
                within(files.get(0).folder(), intake -> sort(sorted, intake.unfinishedRosters()));
            } catch (StateHeldException held) {
                throw held;
            } catch (RuntimeException fault) {
                LOG.debug("What was interrupted is not known, as it will be told of the first file", fault);
            }
        }
        return sorted;
    }

    private static void sort(List<DroppedFile> files, Set<String> unfinished) {
        if (!unfinished.isEmpty()) {
            files.sort(Comparator.comparing(file -> !unfinished.contains(sha256(file))));
        }
    }

    private static String sha256(DroppedFile file) {
        try {
            return RosterFile.sha256(file.path());
        } catch (RosterException unreadable) {
            return "";
        }
    }
}
