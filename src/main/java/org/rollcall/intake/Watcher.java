package org.rollcall.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.Home;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.StateHeldException;
import org.rollcall.operation.StateLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes rosters out of the inbox, one after the other, until it is stopped. */
public final class Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    private final Home home;
    private final Clock clock;
    private final Inbox inbox;
    private final FolderRules rules;
    private final Rounds rounds;
    private final Duration poll;
    private volatile boolean stopping;
    private @Nullable FolderChanges changes;

    /**
     * @param settings reads the settings of a folder; throws {@link SettingsException} where they are at fault
     * @param workshop builds the parts that work on a roster
     * @param listeners who is told what becomes of each file
     * @throws SettingsException when the settings of the inbox itself are at fault
     */
    public Watcher(
            Home home,
            Function<InboxFolder, RollcallSettings> settings,
            Workshop workshop,
            List<IntakeListener> listeners,
            Clock clock) {
        this.home = home;
        this.clock = clock;
        IntakeListeners all = new IntakeListeners(listeners);
        Notices notices = new Notices(all::noticed);
        this.inbox = new Inbox(home, notices);
        this.poll = settings.apply(new InboxFolder("", home.inbox())).intake().poll();
        this.rules = new FolderRules(home, settings, notices);
        Claims claims = new Claims(home, clock);
        RosterDesk desk = new RosterDesk(workshop, claims, all, notices, clock, () -> stopping);
        this.rounds = new Rounds(inbox, rules, claims, desk, notices, new Admission(ZoneId.systemDefault()), clock);
    }

    /**
     * Takes every roster as soon as it is whole, or when the schedule says so, until it is stopped.
     *
     * @throws StateHeldException when another process watches the inbox
     * @throws SettingsException when inbox and archive cannot be worked with
     */
    public void watch() {
        run(false);
    }

    /**
     * Takes the rosters that lie there and are whole, whatever the schedule.
     *
     * @return what became of them
     * @throws StateHeldException when another process watches the inbox
     * @throws SettingsException when inbox and archive cannot be worked with
     */
    public Set<IntakeOutcome> watchOnce() {
        return run(true);
    }

    private Set<IntakeOutcome> run(boolean once) {
        try (StateLock lock = StateLock.takeWatch(home)
                .orElseThrow(() -> new StateHeldException("Another watch is under way in this folder."))) {
            LOG.debug("Watching under {}", lock);
            prepare();
            try (FolderChanges folders = open()) {
                return run(once, folders);
            }
        } catch (IOException unusable) {
            throw new SettingsException("Rollcall cannot write to its folder " + home.folder() + ".", unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return EnumSet.of(IntakeOutcome.STOPPED);
        }
    }

    private void prepare() throws IOException {
        inbox.make();
        if (!Files.isDirectory(home.archive())) {
            Home.ownerOnly(home.archive());
        }
        OneFileSystem.require(home.inbox(), home.archive());
    }

    private synchronized FolderChanges open() throws IOException {
        changes = new FolderChanges(home.inbox());
        if (stopping) {
            changes.close();
        }
        return changes;
    }

    private Set<IntakeOutcome> run(boolean once, FolderChanges folders) throws InterruptedException, IOException {
        EnumSet<IntakeOutcome> outcomes = EnumSet.noneOf(IntakeOutcome.class);
        while (!stopping) {
            Rounds.Round round = rounds.next(once);
            outcomes.addAll(round.outcomes());
            if (once && round.isLast()) {
                break;
            }
            if (!stopping) {
                inbox.folders().forEach(folder -> folders.watch(folder.path()));
                Instant now = clock.instant();
                Duration wait = Duration.between(now, round.again());
                folders.await(wait.compareTo(poll) > 0 ? poll : wait);
            }
        }
        return outcomes;
    }

    /** How many rosters lie in the inbox or are being worked on, at the last look. */
    public int waiting() {
        return rounds.waiting();
    }

    /** Ends it after the roster that is worked on; whoever works on that has to be stopped besides. */
    public synchronized void stop() {
        stopping = true;
        if (changes != null) {
            try {
                changes.close();
            } catch (IOException alreadyClosed) {
                LOG.debug("Closing ended with: {}", alreadyClosed.getMessage());
            }
        }
    }
}
