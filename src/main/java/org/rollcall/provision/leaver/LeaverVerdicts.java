package org.rollcall.provision.leaver;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Effect;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.EnrolmentTerms;
import org.rollcall.ledger.Leaver;
import org.rollcall.ledger.LeaverState;
import org.rollcall.ledger.Leavers;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.Problems;
import org.rollcall.ledger.StandingEnrolment;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.RollcallSettings.SiteSettings;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.springframework.stereotype.Component;

/** Records what became of leavers. Works in the caller's transaction. */
@Component
class LeaverVerdicts {

    private final Leavers leavers;
    private final Problems problems;
    private final Effects effects;
    private final SiteSettings site;

    LeaverVerdicts(Leavers leavers, Problems problems, Effects effects, RollcallSettings settings) {
        this.leavers = leavers;
        this.problems = problems;
        this.effects = effects;
        this.site = settings.site();
    }

    /** This run took them out. */
    void done(long run, Collection<Leaver> made) {
        leavers.moveTo(LeaverState.DONE, made);
        effects.add(run, made.stream().map(this::effect).toList());
    }

    private Effect effect(Leaver leaver) {
        return switch (leaver.action()) {
            case REMOVE_FROM_COHORT -> effect(EffectKind.COHORT_MEMBER_REMOVED, leaver, null);
            case UNENROL -> effect(EffectKind.UNENROLLED, leaver, null);
            case SUSPEND_ENROLMENT -> effect(EffectKind.ENROLMENT_CHANGED, leaver, suspended(leaver));
            case SUSPEND_ACCOUNT ->
                new Effect(
                        EffectKind.USER_SUSPENDED,
                        null,
                        null,
                        leaver.accountId(),
                        null,
                        leaver.who(),
                        Map.of("suspended", "0"),
                        Map.of("suspended", "1"));
            case REPORT -> throw new IllegalStateException("Nothing is done with " + leaver.id() + ".");
        };
    }

    private static Effect effect(EffectKind kind, Leaver leaver, @Nullable EnrolmentTerms after) {
        return new Effect(
                kind, null, null, leaver.accountId(), leaver.targetId(), leaver.name(), leaver.standing(), after);
    }

    /** What an enrolment is set to that is suspended: as it stands, as far as that is known. */
    EnrolmentTerms suspended(Leaver leaver) {
        StandingEnrolment standing = Objects.requireNonNull(leaver.standing());
        long role =
                standing.roleId() == null ? Objects.requireNonNull(site.roleId(site.defaultRole())) : standing.roleId();
        EnrolmentTerms last = standing.lastSet();
        return last == null
                ? new EnrolmentTerms(role, null, null, true, null, null)
                : new EnrolmentTerms(role, last.start(), last.end(), true, last.askedStart(), last.askedDays());
    }

    /** Somebody else took them out before this run could. */
    void skipped(Collection<Leaver> gone) {
        leavers.moveTo(LeaverState.SKIPPED, gone, "Since this was planned somebody else did it.");
    }

    /** The site did not do it. */
    void rejected(long run, Leaver leaver, String saying) {
        String sentence = "The site did not let %s leave %s %s: %s"
                .formatted(
                        leaver.who(),
                        leaver.kind() == MembershipKind.COHORT ? "the cohort" : "the course",
                        leaver.name(),
                        saying);
        problems.add(run, List.of(new Problem(0, "", leaver.who(), "leaver.refused", sentence, Severity.ERROR)));
        leavers.moveTo(LeaverState.REJECTED, List.of(leaver), sentence);
    }
}
