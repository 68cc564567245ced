package org.rollcall.cli.display;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.Effects;
import org.springframework.batch.core.step.StepExecution;

/** How much a step did: what it changed on the site, or else how many items it went through. */
final class StepCounts {

    private static final Map<String, Set<EffectKind>> EFFECTS = Map.of(
            "createCohorts", Set.of(EffectKind.COHORT_CREATED),
            "createUsers", Set.of(EffectKind.USER_CREATED),
            "addCohortMembers", Set.of(EffectKind.COHORT_MEMBER_ADDED),
            "enrolUsers", Set.of(EffectKind.ENROLLED, EffectKind.ENROLMENT_CHANGED),
            "suspendUsers", Set.of(EffectKind.USER_SUSPENDED),
            "deleteUsers", Set.of(EffectKind.USER_DELETED),
            "addGroupMembers", Set.of(EffectKind.GROUP_MEMBER_ADDED));

    /** An account may change in several of these ways at once. */
    private static final Set<EffectKind> UPDATES =
            EnumSet.of(EffectKind.USER_UPDATED, EffectKind.USER_RENAMED, EffectKind.USER_REACTIVATED);

    private final Effects effects;

    StepCounts(Effects effects) {
        this.effects = effects;
    }

    long of(StepExecution step) {
        boolean updates = step.getStepName().equals("updateUsers");
        Set<EffectKind> kinds = EFFECTS.getOrDefault(step.getStepName(), Set.of());
        if (!updates && kinds.isEmpty()) {
            return step.getWriteCount();
        }
        Long run = step.getJobParameters().getLong("run");
        if (run == null) {
            return 0;
        }
        if (updates) {
            return effects.accounts(run, UPDATES);
        }
        Map<EffectKind, Long> counts = effects.counts(run);
        return kinds.stream().mapToLong(kind -> counts.getOrDefault(kind, 0L)).sum();
    }
}
