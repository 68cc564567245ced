package org.rollcall.provision.leaver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.EnrolmentTerms;
import org.rollcall.ledger.Leaver;
import org.rollcall.ledger.LeaverAction;
import org.rollcall.ledger.LeaverScope;
import org.rollcall.ledger.LeaverState;
import org.rollcall.ledger.Leavers;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.StandingEnrolment;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.provision.account.AccountLookup;
import org.rollcall.provision.membership.AccountIds;
import org.rollcall.provision.membership.CompareEnrolment;
import org.rollcall.provision.membership.CourseParticipants;

/** Decides what becomes of people who leave a cohort or course: by default only those are taken out whom Rollcall put in. */
final class DecideLeavers {

    private final long run;
    private final boolean alsoForeign;
    private final Effects effects;
    private final AccountLookup lookup;
    private final AccountIds inRoster;
    private final ReadScope reading;
    private final Instant now;
    private final Set<Long> suspended = new HashSet<>();

    DecideLeavers(
            long run,
            RollcallSettings settings,
            Effects effects,
            AccountLookup lookup,
            AccountIds inRoster,
            ReadScope reading,
            Instant now) {
        this.run = run;
        this.alsoForeign = settings.snapshot().alsoForeign();
        this.effects = effects;
        this.lookup = lookup;
        this.inRoster = inRoster;
        this.reading = reading;
        this.now = now;
    }

    /** What is to be done with one leaver, why, and what is known of the enrolment. */
    private record Verdict(
            LeaverAction action, String reason, @Nullable StandingEnrolment standing) {

        static Verdict report(String reason) {
            return new Verdict(LeaverAction.REPORT, reason, null);
        }
    }

    /**
     * Decides about the leavers of one cohort or course.
     *
     * @param number how many leavers the run has already
     */
    List<Leaver> decide(LeaverScope scope, List<Long> gone, int number) {
        Map<Long, Account> accounts = new HashMap<>();
        lookup.find(AccountField.ID, gone.stream().map(String::valueOf).toList())
                .forEach(account -> accounts.put(account.id(), account));
        List<Leaver> leavers = new ArrayList<>();
        for (long id : gone) {
            Account account = accounts.get(id);
            Verdict verdict = verdict(scope, id, account);
            leavers.add(new Leaver(
                    Leavers.id(run, ++number),
                    scope.kind(),
                    scope.targetId(),
                    scope.name(),
                    id,
                    account == null ? null : account.username(),
                    account == null ? null : account.fullname(),
                    verdict.action(),
                    verdict.action() == LeaverAction.REPORT ? LeaverState.REPORTED : LeaverState.PENDING,
                    verdict.reason(),
                    verdict.standing()));
        }
        return leavers;
    }

    private Verdict verdict(LeaverScope scope, long id, @Nullable Account account) {
        String gone = "The roster does not name the person for %s".formatted(scope.words());
        if (scope.action() == LeaverAction.REPORT) {
            return Verdict.report(gone + ", and leaving it means a report only.");
        }
        if (!alsoForeign && !effects.isOwn(run, scope.kind(), scope.targetId(), id)) {
            return Verdict.report(gone + ", but Rollcall did not put them there (rollcall.snapshot.also-foreign).");
        }
        return switch (scope.action()) {
            case SUSPEND_ACCOUNT -> account(gone, id, account);
            case SUSPEND_ENROLMENT -> enrolment(gone, scope, id, account);
            case UNENROL -> new Verdict(LeaverAction.UNENROL, gone + ".", standing(scope, id));
            default -> new Verdict(scope.action(), gone + ".", null);
        };
    }

    private Verdict account(String gone, long id, @Nullable Account account) {
        if (inRoster.contains(id)) {
            return Verdict.report(gone + ", but elsewhere, so that the account is left as it is.");
        }
        if (account == null) {
            return Verdict.report(gone + ", but the site does not tell of the account.");
        }
        if (Boolean.TRUE.equals(account.suspended())) {
            return Verdict.report(gone + ", and the account is suspended already.");
        }
        return suspended.add(id)
                ? new Verdict(LeaverAction.SUSPEND_ACCOUNT, gone + ".", null)
                : Verdict.report(gone + ", and the account is to be suspended anyway.");
    }

    private Verdict enrolment(String gone, LeaverScope scope, long id, @Nullable Account account) {
        if (account != null && Boolean.TRUE.equals(account.suspended())) {
            return Verdict.report(gone + ", and the account is suspended already.");
        }
        if (suspended.contains(id)) {
            return Verdict.report(gone + ", and the account is to be suspended anyway.");
        }
        StandingEnrolment standing = standing(scope, id);
        if (Boolean.TRUE.equals(standing.suspended())) {
            return Verdict.report(gone + ", and the enrolment is suspended already.");
        }
        return new Verdict(
                LeaverAction.SUSPEND_ENROLMENT,
                standing.lastSet() == null
                        ? gone + ". Rollcall does not know when the enrolment begins and ends: Moodle forgets both."
                        : gone + ".",
                standing);
    }

    private StandingEnrolment standing(LeaverScope scope, long id) {
        if (scope.kind() != MembershipKind.COURSE) {
            throw new IllegalStateException("A cohort has no enrolments.");
        }
        CourseParticipants course = reading.course(scope.targetId(), scope.name());
        EnrolmentTerms lastSet =
                effects.lastEnrolment(run, scope.targetId(), id).orElse(null);
        // Roles take Moodle several times as long to tell as ids.
        SortedSet<Long> roles =
                scope.action() == LeaverAction.UNENROL && lastSet != null ? new TreeSet<>() : course.rolesOf(id);
        Long role = lastSet != null && (roles.isEmpty() || roles.contains(lastSet.roleId()))
                ? Long.valueOf(lastSet.roleId())
                : roles.isEmpty() ? null : roles.first();
        return new StandingEnrolment(
                role, CompareEnrolment.isSuspended(course.isWithoutAccess(id), lastSet, now), lastSet);
    }
}
