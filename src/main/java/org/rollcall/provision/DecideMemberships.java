package org.rollcall.provision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.operation.RollcallSettings.SiteSettings;
import org.rollcall.provision.ReadMembers.Present;
import org.rollcall.provision.ResolveWishes.Unresolved;
import org.rollcall.roster.file.Problem;

/** Compares pending memberships with the site: those that are there, and those that cannot be made, get their verdict. */
final class DecideMemberships {

    private final long run;
    private final SiteSettings site;
    private final MembershipVerdicts verdicts;
    private final Unresolved unresolved;
    private final Present present;

    DecideMemberships(
            long run, SiteSettings site, MembershipVerdicts verdicts, Unresolved unresolved, Present present) {
        this.run = run;
        this.site = site;
        this.verdicts = verdicts;
        this.unresolved = unresolved;
        this.present = present;
    }

    /** What is already there of one page, and what cannot be made of it. */
    private record Verdicts(List<Membership> present, Map<Membership, Problem> rejected) {}

    void decide(List<Membership> page) {
        Verdicts found = new Verdicts(new ArrayList<>(), new LinkedHashMap<>());
        for (Membership wish : page) {
            Problem problem = unresolved.problem(wish);
            if (problem != null) {
                found.rejected().put(wish, problem);
            } else if (wish.targetId() != null && wish.accountId() != null) {
                compare(wish, wish.targetId(), wish.accountId(), found);
            }
        }
        verdicts.present(found.present());
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
            compareEnrolment(wish, participants.has(account, roleId(wish)), found);
        }
    }

    private void compareEnrolment(Membership wish, boolean hasRole, Verdicts found) {
        if (hasRole) {
            found.present().add(wish);
            if (wish.saysWhen()) {
                verdicts.warned(run, wish, MembershipProblems.kept(wish));
            }
        } else if (wish.saysWhen()) {
            verdicts.warned(run, wish, MembershipProblems.roleAdded(wish));
        } else {
            // Adding a role sets the enrolment anew: a suspended one would be active, an end would be gone.
            found.rejected().put(wish, MembershipProblems.otherRole(wish));
        }
    }

    private @Nullable Long roleId(Membership wish) {
        return wish.role() == null ? null : Objects.requireNonNull(site.roleId(wish.role()));
    }
}
