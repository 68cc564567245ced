package org.rollcall.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.AppliedRows;
import org.rollcall.ledger.AskedGroups;
import org.rollcall.ledger.CallCounts;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.MembershipState;
import org.rollcall.ledger.Memberships;
import org.rollcall.ledger.Problems;
import org.rollcall.ledger.Rejects;
import org.rollcall.ledger.RowOutcomes;
import org.rollcall.ledger.RowState;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.Runs;
import org.rollcall.ledger.StagedRows;
import org.springframework.stereotype.Component;

/** Adds a run up, out of the ledger. */
@Component
public class RunSummaries {

    private final Runs runs;
    private final StagedRows rows;
    private final Memberships memberships;
    private final AskedGroups groups;
    private final Rejects rejects;
    private final RowOutcomes outcomes;
    private final AppliedRows applied;
    private final Effects effects;
    private final Problems problems;
    private final CallCounts calls;
    private final SnapshotSummaries snapshots;
    private final Clock clock;

    RunSummaries(
            Runs runs,
            StagedRows rows,
            Memberships memberships,
            AskedGroups groups,
            Rejects rejects,
            RowOutcomes outcomes,
            AppliedRows applied,
            Effects effects,
            Problems problems,
            CallCounts calls,
            SnapshotSummaries snapshots,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.memberships = memberships;
        this.groups = groups;
        this.rejects = rejects;
        this.outcomes = outcomes;
        this.applied = applied;
        this.effects = effects;
        this.problems = problems;
        this.calls = calls;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * The run as it stands now.
     *
     * @param attemptBegan when the attempt began whose seconds are told
     */
    public RunSummary of(Run run, Instant attemptBegan) {
        RowOutcomes.Counts left = outcomes.counts(run.id());
        return of(run, attemptBegan, left, state(run, left), null);
    }

    /**
     * The run as it stands now, where it was interrupted.
     *
     * @param reason why, in a sentence
     */
    public RunSummary interrupted(Run run, Instant attemptBegan, String reason) {
        return of(run, attemptBegan, outcomes.counts(run.id()), RunSummary.State.INTERRUPTED, reason);
    }

    /** A run whose reports are being written at its end is not marked as complete yet. */
    private RunSummary.State state(Run run, RowOutcomes.Counts left) {
        return switch (runs.state(run.id())) {
            case PLANNED -> RunSummary.State.PLANNED;
            case HELD -> RunSummary.State.HELD;
            case DONE -> RunSummary.State.DONE;
            case UNFINISHED, APPLYING, ABANDONED ->
                left.open() > 0 ? RunSummary.State.INTERRUPTED : RunSummary.State.DONE;
        };
    }

    private RunSummary of(
            Run run, Instant attemptBegan, RowOutcomes.Counts left, RunSummary.State state, @Nullable String reason) {
        Map<RowState, Long> states = rows.counts(run.id());
        Map<EffectKind, Long> made = effects.counts(run.id());
        Map<MembershipState, Long> members = memberships.counts(run.id(), MembershipKind.COHORT);
        Map<MembershipState, Long> enrolments = memberships.counts(run.id(), MembershipKind.COURSE);
        Map<String, Long> callsByFunction = calls.ofRun(run.id());
        long changed = made.getOrDefault(EffectKind.ENROLMENT_CHANGED, 0L) - snapshots.suspendedEnrolments(run.id());
        long created = states.getOrDefault(RowState.CREATED, 0L);
        long matched = states.getOrDefault(RowState.MATCHED, 0L);
        Instant now = clock.instant();
        return new RunSummary(
                run.name(),
                run.rosterName(),
                run.key().rosterSha256(),
                runs.file(run.id()).orElse(null),
                run.key().site(),
                run.key().mode(),
                run.startedAt(),
                now,
                state,
                reason,
                Duration.between(attemptBegan, now).toMillis() / 1000.0,
                rows(run, states, left),
                new RunSummary.Users(
                        created,
                        matched,
                        made.getOrDefault(EffectKind.USER_UPDATED, 0L),
                        made.getOrDefault(EffectKind.USER_RENAMED, 0L),
                        made.getOrDefault(EffectKind.USER_SUSPENDED, 0L),
                        made.getOrDefault(EffectKind.USER_REACTIVATED, 0L),
                        made.getOrDefault(EffectKind.USER_DELETED, 0L)),
                new RunSummary.Cohorts(
                        made.getOrDefault(EffectKind.COHORT_CREATED, 0L),
                        members.getOrDefault(MembershipState.DONE, 0L),
                        members.getOrDefault(MembershipState.PRESENT, 0L),
                        members.getOrDefault(MembershipState.REJECTED, 0L)),
                new RunSummary.Enrolments(
                        enrolments.getOrDefault(MembershipState.DONE, 0L) - changed,
                        changed,
                        enrolments.getOrDefault(MembershipState.PRESENT, 0L),
                        enrolments.getOrDefault(MembershipState.REJECTED, 0L)),
                groups(made, groups.counts(run.id())),
                new RunSummary.Calls(
                        callsByFunction.values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        callsByFunction),
                problems.counts(run.id()),
                applied.verified(run.id()).orElse(null),
                snapshots.of(run.id()));
    }

    private RunSummary.Rows rows(Run run, Map<RowState, Long> states, RowOutcomes.Counts left) {
        long read = states.values().stream().mapToLong(Long::longValue).sum();
        long partly = rejects.partly(run.id());
        long rejected = states.getOrDefault(RowState.REJECTED, 0L) + partly;
        return new RunSummary.Rows(
                read, read - rejected - left.open(), rejected, partly, left.unchanged(), left.open());
    }

    private static RunSummary.Groups groups(Map<EffectKind, Long> made, Map<MembershipState, Long> members) {
        return new RunSummary.Groups(
                made.getOrDefault(EffectKind.GROUP_CREATED, 0L),
                members.getOrDefault(MembershipState.DONE, 0L),
                members.getOrDefault(MembershipState.PRESENT, 0L),
                members.getOrDefault(MembershipState.REJECTED, 0L));
    }
}
