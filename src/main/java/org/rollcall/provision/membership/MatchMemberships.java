package org.rollcall.provision.membership;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.Memberships;
import org.rollcall.ledger.StagedWish;
import org.rollcall.ledger.Wishes;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.provision.membership.ResolveWishes.Unresolved;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds the cohorts and courses that the roster names, and who is in them already, so that nothing is sent that is there.
 * Writes nothing to the site. A cohort or course is read whole, by ids, once; and only when somebody who had an account
 * before asks for it. The memberships are passed over twice, however many cohorts and courses there are.
 */
@Component
@StepScope
class MatchMemberships implements Tasklet {

    private final long run;
    private final CompareEnrolment comparison;
    private final Memberships memberships;
    private final Wishes wishes;
    private final ResolveWishes resolveWishes;
    private final ReadMembers readMembers;
    private final Effects effects;
    private final MembershipVerdicts verdicts;

    MatchMemberships(
            @Value("#{jobParameters['run']}") long run,
            @Value("#{jobParameters['begun']}") LocalDateTime begun,
            RollcallSettings settings,
            Clock clock,
            Memberships memberships,
            Wishes wishes,
            ResolveWishes resolveWishes,
            ReadMembers readMembers,
            Effects effects,
            MembershipVerdicts verdicts) {
        this.run = run;
        this.comparison =
                new CompareEnrolment(new EnrolmentMapping(settings.site(), begun.toLocalDate()), clock.instant());
        this.memberships = memberships;
        this.wishes = wishes;
        this.resolveWishes = resolveWishes;
        this.readMembers = readMembers;
        this.effects = effects;
        this.verdicts = verdicts;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        Unresolved unresolved = resolveWishes.resolve(run);
        List<StagedWish> ofKnownPeople = wishes.ofKnownPeople(run).stream()
                .filter(staged -> !resolveWishes.isRoleUnknown(staged.wish().role()))
                .toList();
        DecideMemberships decision =
                new DecideMemberships(run, comparison, effects, verdicts, unresolved, readMembers.read(ofKnownPeople));
        memberships.forEachPending(run, decision::decide);
        return RepeatStatus.FINISHED;
    }
}
