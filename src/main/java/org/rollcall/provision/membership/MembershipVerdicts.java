package org.rollcall.provision.membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Effect;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.EnrolmentTerms;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipState;
import org.rollcall.ledger.Memberships;
import org.rollcall.ledger.Problems;
import org.rollcall.ledger.StandingEnrolment;
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

    /** This run made these members of cohorts. */
    void added(long run, Collection<Membership> wishes) {
        memberships.moveTo(MembershipState.DONE, wishes);
        effects.add(
                run,
                wishes.stream()
                        .map(wish -> effect(EffectKind.COHORT_MEMBER_ADDED, wish, null))
                        .toList());
    }

    /** This run made these enrolments, or changed those that were there. */
    void enrolled(long run, Collection<Membership> wishes, Function<Membership, EnrolmentTerms> terms) {
        memberships.moveTo(MembershipState.DONE, wishes);
        effects.add(
                run,
                wishes.stream()
                        .map(wish -> effect(
                                wish.standing() == null ? EffectKind.ENROLLED : EffectKind.ENROLMENT_CHANGED,
                                wish,
                                terms.apply(wish)))
                        .toList());
    }

    private static Effect effect(EffectKind kind, Membership wish, @Nullable EnrolmentTerms after) {
        return new Effect(
                kind, wish.row(), wish.id(), wish.accountId(), wish.targetId(), wish.name(), wish.standing(), after);
    }

    /** The site has these enrolments otherwise than their rows want them. */
    void toChange(Map<Membership, StandingEnrolment> standing) {
        memberships.toChange(standing);
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
