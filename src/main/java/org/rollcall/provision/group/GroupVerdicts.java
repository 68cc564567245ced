package org.rollcall.provision.group;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.rollcall.ledger.AskedGroup;
import org.rollcall.ledger.AskedGroups;
import org.rollcall.ledger.Effect;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipState;
import org.rollcall.ledger.Problems;
import org.rollcall.roster.file.Problem;
import org.springframework.stereotype.Component;

/** Records what became of the groups that memberships ask for. Works in the caller's transaction. */
@Component
class GroupVerdicts {

    private final AskedGroups groups;
    private final Problems problems;
    private final Effects effects;

    GroupVerdicts(AskedGroups groups, Problems problems, Effects effects) {
        this.groups = groups;
        this.problems = problems;
        this.effects = effects;
    }

    /** This run put these people into their groups. */
    void added(long run, Collection<Membership> wishes) {
        groups.moveTo(MembershipState.DONE, wishes);
        effects.add(run, wishes.stream().map(GroupVerdicts::effect).toList());
    }

    private static Effect effect(Membership wish) {
        AskedGroup group = Objects.requireNonNull(wish.group());
        return new Effect(
                EffectKind.GROUP_MEMBER_ADDED,
                wish.row(),
                wish.id(),
                wish.accountId(),
                group.id(),
                name(wish.name(), group.name()));
    }

    /** A group by the name under which effects tell it. */
    static String name(String course, String group) {
        return course + ": " + group;
    }

    /** These people were in their groups before. */
    void present(Collection<Membership> wishes) {
        groups.moveTo(MembershipState.PRESENT, wishes);
    }

    /** These people could not be put into their groups, each for its own reason. */
    void rejected(long run, Map<Membership, Problem> reasons) {
        reasons.forEach((wish, reason) -> problems.add(run, reason, wish.id()));
        groups.moveTo(MembershipState.REJECTED, reasons.keySet());
    }
}
