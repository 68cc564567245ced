package org.rollcall.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.RosterHistory;
import org.rollcall.operation.Home;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.operation.StoppedException;
import org.rollcall.report.ReportFiles;
import org.rollcall.report.RunSummary;
import org.rollcall.roster.file.RosterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

/**
 * Works on one roster that was taken out of the inbox, among the parts that were built for the settings of its folder, and
 * archives it if it comes to an end.
 */
@Component
@Import(RosterWork.class)
public class RosterIntake {

    private static final Logger LOG = LoggerFactory.getLogger(RosterIntake.class);

    static final String FAULT =
            "Rollcall met a fault of its own; nothing is lost, and it will be tried again. The log has the details"
                    + " (var/log/rollcall.log).";

    private final RosterWork work;
    private final RosterHistory rosters;
    private final ReportFiles reports;
    private final Clock clock;
    private final Claims claims;
    private final Archive archive;
    private final IntakeListeners listeners;

    RosterIntake(
            RosterWork work,
            RosterHistory rosters,
            ReportFiles reports,
            Home home,
            Clock clock,
            ObjectProvider<IntakeListener> listeners) {
        this.work = work;
        this.rosters = rosters;
        this.reports = reports;
        this.clock = clock;
        this.claims = new Claims(home, clock);
        this.archive = new Archive(home, clock);
        this.listeners = new IntakeListeners(listeners.orderedStream().toList());
    }

    /** The rosters, by their SHA-256, whose runs were interrupted. */
    Set<String> unfinishedRosters() {
        return rosters.unfinishedRosters();
    }

    /** Tells those who listen among these parts. */
    void tell(IntakeResult result) {
        listeners.ended(result);
    }

    /** Works on a roster, or completes what an earlier attempt left. */
    IntakeResult work(Claim claim) {
        Instant began = clock.instant();
        try {
            FileMark before = FileMark.of(claim.roster());
            FinishedRoster roster = work.on(claim, began);
            if (!FileMark.of(claim.roster()).equals(before)) {
                claims.begun(claim, null);
                String sentence = "changed while run %s worked on it; worked on once more"
                        .formatted(roster.run().name());
                return waiting(claim, IntakeOutcome.CHANGED, sentence, began);
            }
            Path place = archive.store(claim, roster.run(), reports.folder(roster.run()), roster.note());
            claims.release(claim);
            return result(
                    claim, roster.outcome(), roster.run().name(), roster.summary(), place, roster.sentence(), began);
        } catch (RosterException unreadable) {
            return unreadable(claim, String.valueOf(unreadable.getMessage()), began);
        } catch (SiteUnavailableException unavailable) {
            boolean toMend = unavailable.kind().isConfigurationFault();
            IntakeOutcome outcome = toMend ? IntakeOutcome.REFUSED : IntakeOutcome.UNAVAILABLE;
            return waiting(claim, outcome, unavailable.getMessage(), began);
        } catch (SettingsException fault) {
            return waiting(claim, IntakeOutcome.REFUSED, fault.getMessage(), began);
        } catch (StoppedException stopped) {
            return waiting(claim, IntakeOutcome.STOPPED, "stopped; it goes on at the next start", began);
        } catch (IOException | RuntimeException fault) {
            return fault(claim, fault, began);
        }
    }

    private IntakeResult unreadable(Claim claim, String reason, Instant began) {
        try {
            Path place = archive.unreadable(claim, IntakeSentences.noteOfUnreadable(claim, reason));
            claims.release(claim);
            return result(claim, IntakeOutcome.UNREADABLE, null, null, place, reason, began);
        } catch (IOException | RuntimeException fault) {
            return fault(claim, fault, began);
        }
    }

    private IntakeResult fault(Claim claim, Exception fault, Instant began) {
        LOG.error("Working on {} ended with a fault", claim.words(), fault);
        return waiting(claim, IntakeOutcome.FAULT, FAULT, began);
    }

    private IntakeResult waiting(Claim claim, IntakeOutcome outcome, @Nullable String sentence, Instant began) {
        return result(claim, outcome, null, null, null, String.valueOf(sentence), began);
    }

    private IntakeResult result(
            Claim claim,
            IntakeOutcome outcome,
            @Nullable String run,
            @Nullable RunSummary summary,
            @Nullable Path place,
            String sentence,
            Instant began) {
        return new IntakeResult(
                claim.slip().folder(),
                claim.slip().file(),
                outcome,
                run,
                summary,
                place,
                sentence,
                began,
                clock.instant());
    }
}
