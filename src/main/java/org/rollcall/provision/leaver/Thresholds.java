package org.rollcall.provision.leaver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollcall.ledger.Hold;
import org.rollcall.ledger.LeaverScope;
import org.rollcall.ledger.Leavers;
import org.rollcall.ledger.Rejects;
import org.rollcall.ledger.RowState;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.RunHistory;
import org.rollcall.ledger.Runs;
import org.rollcall.ledger.StagedRows;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SnapshotSettings;
import org.rollcall.operation.SnapshotSettings.HoldSettings;
import org.springframework.stereotype.Component;

/**
 * Finds out whether the plan of a snapshot looks like a mistake: an export that broke off takes out everybody whom it lost.
 */
@Component
public class Thresholds {

    private static final String NAME = "rollcall.snapshot.hold.";

    private final SnapshotSettings settings;
    private final Leavers leavers;
    private final RejectedPeople rejectedPeople;
    private final Runs runs;
    private final RunHistory history;
    private final StagedRows rows;
    private final Rejects rejects;

    Thresholds(
            RollcallSettings settings,
            Leavers leavers,
            RejectedPeople rejectedPeople,
            Runs runs,
            RunHistory history,
            StagedRows rows,
            Rejects rejects) {
        this.settings = settings.snapshot();
        this.leavers = leavers;
        this.rejectedPeople = rejectedPeople;
        this.runs = runs;
        this.history = history;
        this.rows = rows;
        this.rejects = rejects;
    }

    /** The thresholds that the plan of a run passes; none where its roster is no snapshot. */
    public List<Hold> passedBy(Run run) {
        List<Hold> holds = new ArrayList<>();
        if (settings.enabled()) {
            ofRows(run, holds);
            ofLeavers(run, holds);
        }
        return holds;
    }

    private void ofRows(Run run, List<Hold> holds) {
        HoldSettings limits = settings.hold();
        long read = history.rows(run.id());
        if (read == 0) {
            holds.add(new Hold(
                    "rows",
                    "",
                    "0",
                    "1",
                    "The roster has no rows, so that everybody would leave: that is always held."));
            return;
        }
        long rejected = rows.counts(run.id()).getOrDefault(RowState.REJECTED, 0L) + rejects.partly(run.id());
        if (limits.rejectedShare().isPassedBy(rejected, read)) {
            String figure = share(rejected, read);
            holds.add(new Hold(
                    NAME + "rejected-share",
                    "",
                    figure,
                    limits.rejectedShare().toString(),
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d rows are rejected, which is %s and more than %s (%srejected-share).",
                            rejected,
                            read,
                            figure,
                            limits.rejectedShare(),
                            NAME)));
        }
        runs.lastCompleted(run).map(history::rows).ifPresent(before -> {
            if (limits.rowsShrunkBelow().isMissedBy(read, before)) {
                String figure = share(read, before);
                holds.add(new Hold(
                        NAME + "rows-shrunk-below",
                        "",
                        figure,
                        limits.rowsShrunkBelow().toString(),
                        String.format(
                                Locale.ROOT,
                                "The roster has %,d rows where the last %s had %,d, which is %s of them and less than %s (%srows-shrunk-below).",
                                read,
                                run.rosterName(),
                                before,
                                figure,
                                limits.rowsShrunkBelow(),
                                NAME)));
            }
        });
    }

    private void ofLeavers(Run run, List<Hold> holds) {
        List<LeaverScope> scopes = leavers.scopes(run.id());
        long allRemoved = 0;
        long allMembers = 0;
        for (LeaverScope scope : scopes) {
            long removed = leavers.toTakeOut(run.id(), scope);
            compare(scope.words(), removed, scope.members(), holds);
            allRemoved += removed;
            allMembers += scope.members();
        }
        if (scopes.size() > 1) {
            compare("", allRemoved, allMembers, holds);
        }
        long unknown = allRemoved == 0 ? 0 : rejectedPeople.withoutName(run.id());
        if (unknown > 0) {
            holds.add(new Hold(
                    "rows without a name",
                    "",
                    Long.toString(unknown),
                    "0",
                    String.format(
                            Locale.ROOT,
                            "%,d rejected rows do not tell whom they speak of, who may be among those who would leave.",
                            unknown)));
        }
    }

    private void compare(String place, long removed, long members, List<Hold> holds) {
        HoldSettings limits = settings.hold();
        String where = place.isEmpty() ? "the whole scope" : place;
        if (members > limits.scopeLargerThan() && limits.removalsShare().isPassedBy(removed, members)) {
            String figure = share(removed, members);
            holds.add(new Hold(
                    NAME + "removals-share",
                    place,
                    figure,
                    limits.removalsShare().toString(),
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d people would leave %s, which is %s and more than %s (%sremovals-share).",
                            removed,
                            members,
                            where,
                            figure,
                            limits.removalsShare(),
                            NAME)));
        }
        Integer most = limits.removalsCount();
        if (most != null && removed > most) {
            holds.add(new Hold(
                    NAME + "removals-count",
                    place,
                    Long.toString(removed),
                    most.toString(),
                    String.format(
                            Locale.ROOT,
                            "%,d people would leave %s, which is more than %,d (%sremovals-count).",
                            removed,
                            where,
                            most,
                            NAME)));
        }
    }

    private static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f%%", part * 100.0 / whole);
    }
}
