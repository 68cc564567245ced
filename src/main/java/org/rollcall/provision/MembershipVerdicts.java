package org.rollcall.provision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rollcall.ledger.Effect;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.MembershipState;
import org.rollcall.ledger.Memberships;
import org.rollcall.ledger.Problems;
import org.rollcall.roster.file.Problem;
import org.springframework.stereotype.Component;

/** Records what became of memberships. Works in the caller's transaction. */
@Component
class MembershipVerdicts {

    private final Memberships memberships;
    private final Problems problems;
    private final Effects effects;

    MembershipVerdicts(Memberships memberships, Problems problems, Effects effects) {
        this.memberships = memberships;
        this.problems = problems;
        this.effects = effects;
    }

    /** This run made them. */
    void done(long run, Collection<Membership> wishes) {
        memberships.moveTo(MembershipState.DONE, wishes);
        effects.add(run, wishes.stream().map(MembershipVerdicts::effect).toList());
    }

    private static Effect effect(Membership wish) {
        EffectKind kind = wish.kind() == MembershipKind.COHORT ? EffectKind.COHORT_MEMBER_ADDED : EffectKind.ENROLLED;
        return new Effect(kind, wish.row(), wish.id(), wish.accountId(), wish.targetId(), wish.name());
    }

    /** The site had them before. */
    void present(Collection<Membership> wishes) {
        memberships.moveTo(MembershipState.PRESENT, wishes);
    }

    /** The site had them before, in a form that the roster wanted otherwise: a warning each. */
    void warned(long run, Membership wish, Problem warning) {
        problems.add(run, warning, wish.id());
    }

    /** They could not be made. */
    void rejected(long run, Collection<Membership> wishes, Function<Membership, Problem> reason) {
        wishes.forEach(wish -> problems.add(run, reason.apply(wish), wish.id()));
        memberships.moveTo(MembershipState.REJECTED, wishes);
    }

    /** They could not be made, each for its own reason. */
    void rejected(long run, Map<Membership, Problem> reasons) {
        reasons.forEach((wish, reason) -> problems.add(run, reason, wish.id()));
        memberships.moveTo(MembershipState.REJECTED, reasons.keySet());
    }

    /** It could not be made. */
    void rejected(long run, Membership wish, Problem reason) {
        rejected(run, List.of(wish), same -> reason);
    }
}
