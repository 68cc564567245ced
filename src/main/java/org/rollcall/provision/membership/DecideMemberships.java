package org.rollcall.provision.membership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.EnrolmentTerms;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.StandingEnrolment;
import org.rollcall.provision.membership.CompareEnrolment.Difference;
import org.rollcall.provision.membership.ReadMembers.Present;
import org.rollcall.provision.membership.ResolveWishes.Unresolved;
import org.rollcall.roster.file.Problem;

/**
 * Compares pending memberships with the site. Those that are there, and those that cannot be made, get their verdict; of
 * those that are there otherwise it is noted how.
 */
final class DecideMemberships {

    private final long run;
    private final CompareEnrolment comparison;
    private final Effects effects;
    private final MembershipVerdicts verdicts;
    private final Unresolved unresolved;
    private final Present present;

    DecideMemberships(
            long run,
            CompareEnrolment comparison,
            Effects effects,
            MembershipVerdicts verdicts,
            Unresolved unresolved,
            Present present) {
        this.run = run;
        this.comparison = comparison;
        this.effects = effects;
        this.verdicts = verdicts;
        this.unresolved = unresolved;
        this.present = present;
    }

    /** What is already there of one page, and what cannot be made of it. */
    private record Verdicts(
            List<Membership> present, Map<Membership, StandingEnrolment> changed, Map<Membership, Problem> rejected) {}

    void decide(List<Membership> page) {
        Verdicts found = new Verdicts(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Membership wish : page) {
            Problem problem = unresolved.problem(wish);
            if (problem != null) {
                found.rejected().put(wish, problem);
            } else if (wish.targetId() != null && wish.accountId() != null) {
                compare(wish, wish.targetId(), wish.accountId(), found);
            }
        }
        verdicts.present(found.present());
        verdicts.toChange(found.changed());
        verdicts.rejected(run, found.rejected());
    }

    private void compare(Membership wish, long target, long account, Verdicts found) {
        if (wish.kind() == MembershipKind.COHORT) {
            AccountIds members = present.ofCohort(target);
            if (members == null) {
                found.rejected().put(wish, MembershipProblems.unreadable(wish));
            } else if (members.contains(account)) {
                found.present().add(wish);
            }
            return;
        }
        CourseParticipants participants = present.ofCourse(target);
        if (participants == null) {
            found.rejected().put(wish, MembershipProblems.unreadable(wish));
        } else if (participants.contains(account)) {
            compareEnrolment(wish, participants, found);
        }
    }

    private void compareEnrolment(Membership wish, CourseParticipants course, Verdicts found) {
        Difference difference = comparison.compare(wish, course, this::lastSet);
        if (difference.reject() != null) {
            found.rejected().put(wish, difference.reject());
        } else if (difference.change() != null) {
            found.changed().put(wish, difference.change());
        } else {
            found.present().add(wish);
        }
        if (difference.warning() != null) {
            verdicts.warned(run, wish, difference.warning());
        }
    }

    private Optional<EnrolmentTerms> lastSet(Membership wish) {
        return effects.lastEnrolment(
                run, Objects.requireNonNull(wish.targetId()), Objects.requireNonNull(wish.accountId()));
    }
}
