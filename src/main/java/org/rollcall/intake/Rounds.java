package org.rollcall.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.StateHeldException;

/** One look at the inbox after the other, and the work that each finds: first what was begun, then what is whole. */
final class Rounds {

    private static final Duration A_WHILE = Duration.ofDays(1);

    private final Inbox inbox;
    private final FolderRules rules;
    private final Claims claims;
    private final RosterDesk desk;
    private final Notices notices;
    private final Admission admission;
    private final Clock clock;
    private final WholeFiles whole = new WholeFiles();
    private @Nullable Instant onceUntil;
    private volatile int waiting;

    Rounds(
            Inbox inbox,
            FolderRules rules,
            Claims claims,
            RosterDesk desk,
            Notices notices,
            Admission admission,
            Clock clock) {
        this.inbox = inbox;
        this.rules = rules;
        this.claims = claims;
        this.desk = desk;
        this.notices = notices;
        this.admission = admission;
        this.clock = clock;
    }

    /**
     * What a round came to.
     *
     * @param again when the next one makes sense, if nothing changes before
     * @param isLast whether there will be nothing new for who wants but the files that lay there at first
     */
    record Round(Set<IntakeOutcome> outcomes, Instant again, boolean isLast) {}

    /** What was seen at a look. */
    private record Look(Map<String, RollcallSettings> settings, List<DroppedFile> files, boolean hasFaults) {}

    int waiting() {
        return waiting;
    }

    /** @param once whether it is about the files that lie there at the first round, whatever the schedule */
    Round next(boolean once) {
        EnumSet<IntakeOutcome> outcomes = EnumSet.noneOf(IntakeOutcome.class);
        Instant now = clock.instant();
        try {
            Look look = look(now, once);
            if (look.hasFaults()) {
                outcomes.add(IntakeOutcome.REFUSED);
            }
            work(look, now, outcomes);
            Instant again = again(look, now);
            return new Round(outcomes, again, onceUntil != null && !onceUntil.isAfter(now));
        } catch (StateHeldException held) {
            return new Round(outcomes, now.plus(A_WHILE), false);
        } catch (IOException unreadable) {
            notices.tell(this, "The inbox cannot be read now: " + unreadable.getMessage());
            outcomes.add(IntakeOutcome.REFUSED);
            return new Round(outcomes, now.plus(A_WHILE), true);
        }
    }

    private Look look(Instant now, boolean once) throws IOException {
        if (rules.look()) {
            desk.pauses().endAll();
        }
        Map<String, RollcallSettings> settings = new HashMap<>();
        List<DroppedFile> files = new ArrayList<>();
        List<InboxFolder> folders = inbox.folders();
        for (InboxFolder folder : folders) {
            List<DroppedFile> lying = inbox.files(folder);
            files.addAll(lying);
            Optional<RollcallSettings> ofFolder = rules.of(folder);
            if (ofFolder.isPresent()) {
                settings.put(folder.name(), ofFolder.get());
                if (!once) {
                    admission.look(folder, ofFolder.get().schedule(), lying, now);
                }
            }
        }
        notices.settled(this);
        whole.look(files, now);
        admission.retain(files);
        if (once && onceUntil == null) {
            admission.admit(files);
            onceUntil = now.plus(longestSettling(settings, files));
        }
        files.sort(DroppedFile.ORDER);
        return new Look(settings, files, settings.size() < folders.size());
    }

    private static Duration longestSettling(Map<String, RollcallSettings> settings, List<DroppedFile> files) {
        return files.stream()
                .map(file -> settings.get(file.folder().name()))
                .filter(Objects::nonNull)
                .map(ofFolder -> ofFolder.intake().settle())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private void work(Look look, Instant now, Set<IntakeOutcome> outcomes) throws IOException {
        try {
            for (Claim claim : claims.all(notices)) {
                desk.workOn(claim, inbox.folder(claim.slip().folder())).ifPresent(outcomes::add);
            }
            List<DroppedFile> ready = look.files().stream()
                    .filter(file -> isReady(file, look, now))
                    .toList();
            for (DroppedFile file : desk.unfinishedFirst(ready)) {
                desk.workOn(file).ifPresent(outcome -> {
                    admission.taken(file);
                    outcomes.add(outcome);
                });
            }
        } finally {
            long lying = look.files().stream()
                    .filter(file -> Files.exists(file.path()))
                    .count();
            waiting = claims.all(notices).size() + (int) lying;
        }
    }

    private boolean isReady(DroppedFile file, Look look, Instant now) {
        RollcallSettings settings = look.settings().get(file.folder().name());
        if (settings == null || !admission.isAdmitted(file) || desk.pauses().isPausing(file.folder(), now)) {
            return false;
        }
        Instant settlesAt = whole.settlesAt(file, settings.intake().settle(), now);
        if (settlesAt.isAfter(now)) {
            if (onceUntil != null && !onceUntil.isAfter(now)) {
                notices.tell(file.path(), "%s is still being written; it stays in the inbox.".formatted(file.words()));
            }
            return false;
        }
        if (file.mark().size() == 0) {
            notices.tell(file.path(), "%s is empty; it stays in the inbox.".formatted(file.words()));
            return false;
        }
        if (OpenFiles.isOpenElsewhere(file.path())) {
            notices.tell(
                    file.path(),
                    "%s is open in another program, or may not be read by the account that Rollcall runs as; it stays in the inbox."
                            .formatted(file.words()));
            return false;
        }
        notices.settled(file.path());
        return true;
    }

    private Instant again(Look look, Instant now) {
        Stream<Instant> settled = look.files().stream()
                .filter(admission::isAdmitted)
                .flatMap(file -> Stream.ofNullable(
                                look.settings().get(file.folder().name()))
                        .map(settings -> whole.settlesAt(file, settings.intake().settle(), now)))
                .filter(then -> then.isAfter(now));
        return Stream.of(settled, admission.next().stream(), desk.pauses().nextEnd(now).stream())
                .flatMap(times -> times)
                .min(Instant::compareTo)
                .orElse(now.plus(A_WHILE));
    }
}
