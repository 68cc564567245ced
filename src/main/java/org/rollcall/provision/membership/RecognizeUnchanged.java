package org.rollcall.provision.membership;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.AppliedRows;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.Memberships;
import org.rollcall.ledger.Verified;
import org.rollcall.ledger.Wishes;
import org.rollcall.operation.PlanSettings;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.Site;
import org.rollcall.operation.Verification;
import org.rollcall.provision.membership.ReadMembers.Present;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Recognizes the rows that say what was last carried out on the site, so that their people need not be looked up: reading
 * a person takes Moodle a hundred times as long as reading the id of a member. A row whose account is not in every cohort
 * and course that it asks for, or that asks for none, goes the way of any other row.
 */
@Component
@StepScope
class RecognizeUnchanged implements Tasklet {

    private final long run;
    private final RollcallSettings settings;
    private final Site site;
    private final PlanSettings planSettings;
    private final AppliedRows applied;
    private final ResolveWishes resolveWishes;
    private final Wishes wishes;
    private final ReadMembers readMembers;
    private final Memberships memberships;

    RecognizeUnchanged(
            @Value("#{jobParameters['run']}") long run,
            RollcallSettings settings,
            Site site,
            PlanSettings planSettings,
            AppliedRows applied,
            ResolveWishes resolveWishes,
            Wishes wishes,
            ReadMembers readMembers,
            Memberships memberships) {
        this.run = run;
        this.settings = settings;
        this.site = site;
        this.planSettings = planSettings;
        this.applied = applied;
        this.resolveWishes = resolveWishes;
        this.wishes = wishes;
        this.readMembers = readMembers;
        this.memberships = memberships;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (settings.verify() != Verification.FULL && presumeAccounts() > 0) {
            BitSet recognized = settings.verify() == Verification.LEDGER ? null : present();
            applied.forEachPresumed(run, presumed -> {
                List<Integer> unchanged = presumed.stream()
                        .filter(row -> recognized == null || recognized.get(row))
                        .toList();
                applied.unchanged(run, unchanged);
                contribution.incrementWriteCount(unchanged.size());
            });
            applied.forgetPresumed(run);
        }
        String how = settings.verify().name().toLowerCase(Locale.ROOT);
        applied.verified(run, new Verified(how, contribution.getWriteCount()));
        return RepeatStatus.FINISHED;
    }

    private int presumeAccounts() {
        return applied.presumeAccounts(
                run,
                site.name(),
                planSettings.ofRowsInOneText(),
                !settings.accounts().updatePasswords());
    }

    /** The rows all of whose memberships are there. */
    private BitSet present() {
        resolveWishes.resolve(run);
        Present present = readMembers.read(new ArrayList<>(wishes.ofKnownPeople(run)));
        BitSet some = new BitSet();
        BitSet missing = new BitSet();
        memberships.forEachPending(
                run,
                page -> page.forEach(wish -> {
                    if (wish.accountId() != null) {
                        (isThere(wish, wish.accountId(), present) ? some : missing).set(wish.row());
                    }
                }));
        some.andNot(missing);
        return some;
    }

    private static boolean isThere(Membership wish, long account, Present present) {
        if (wish.targetId() == null) {
            return false;
        }
        if (wish.kind() == MembershipKind.COHORT) {
            AccountIds members = present.ofCohort(wish.targetId());
            return members != null && members.contains(account);
        }
        CourseParticipants participants = present.ofCourse(wish.targetId());
        return participants != null && participants.contains(account);
    }
}
