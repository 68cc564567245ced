package org.rollcall.provision.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.Memberships;
import org.rollcall.ledger.StagedWish;
import org.rollcall.ledger.Wish;
import org.rollcall.ledger.Wishes;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.Cohort;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.NewCohort;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.operation.Answers;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.BatchSender;
import org.rollcall.provision.sending.SettlingTime;
import org.rollcall.roster.file.Problem;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Creates the cohorts that the roster names and the site lacks, where {@code rollcall.create-missing-cohorts} says so.
 *
 * <p>What is intended is committed before the call; the site's list of cohorts is read first in any case, so that an
 * attempt that died after the call finds what it made. One thread does this, since two simultaneous calls can make two
 * cohorts with one idnumber.
 */
@Component
@StepScope
class CreateCohorts implements Tasklet, BatchCall<NewCohort, List<Cohort>> {

    private final long run;
    private final MoodleClient moodle;
    private final SettlingTime settling;
    private final RollcallSettings settings;
    private final BatchSender sender;
    private final Memberships memberships;
    private final Wishes wishes;
    private final MembershipVerdicts verdicts;
    private final Effects effects;
    private final Map<AskedName, Function<Membership, Problem>> reasons = new HashMap<>();

    CreateCohorts(
            @Value("#{jobParameters['run']}") long run,
            MoodleClient moodle,
            SettlingTime settling,
            RollcallSettings settings,
            BatchSender cohortSender,
            Memberships memberships,
            Wishes wishes,
            MembershipVerdicts verdicts,
            Effects effects) {
        this.run = run;
        this.moodle = moodle;
        this.settling = settling;
        this.settings = settings;
        this.sender = cohortSender;
        this.memberships = memberships;
        this.wishes = wishes;
        this.verdicts = verdicts;
        this.effects = effects;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        List<NewCohort> missing = missing();
        if (!settings.createMissingCohorts()) {
            // Only where the setting was taken back since an earlier attempt compared the cohorts.
            missing.forEach(cohort -> noCohort(cohort, wish -> MembershipProblems.unknownCohort(wish, ".")));
        } else if (!missing.isEmpty()) {
            List<NewCohort> open = takeOverFound(missing);
            effects.intend(
                    run,
                    EffectKind.COHORT_CREATED,
                    open.stream().map(NewCohort::idnumber).toList());
            sender.send(open, this);
            contribution.incrementWriteCount(missing.size());
        }
        rejectMembersOfMissing();
        return RepeatStatus.FINISHED;
    }

    private List<NewCohort> missing() {
        Map<AskedName, NewCohort> missing = new LinkedHashMap<>();
        for (StagedWish staged : wishes.notFound(run)) {
            Wish wish = staged.wish();
            if (wish.kind() == MembershipKind.COHORT) {
                missing.putIfAbsent(AskedName.of(wish), new NewCohort(wish.name(), wish.name()));
            }
        }
        return List.copyOf(missing.values());
    }

    /** Rejects the memberships in cohorts that there will not be, in one pass over all. */
    private void rejectMembersOfMissing() {
        if (!reasons.isEmpty()) {
            memberships.forEachPending(run, page -> {
                Map<Membership, Problem> rejected = new LinkedHashMap<>();
                for (Membership wish : page) {
                    Function<Membership, Problem> reason = reasons.get(AskedName.of(wish));
                    if (reason != null) {
                        rejected.put(wish, reason.apply(wish));
                    }
                }
                verdicts.rejected(run, rejected);
            });
        }
    }

    private void noCohort(NewCohort cohort, Function<Membership, Problem> reason) {
        reasons.put(new AskedName(MembershipKind.COHORT, Memberships.key(cohort.idnumber())), reason);
    }

    @Override
    public BatchItem batchItem(NewCohort cohort) {
        return cohort;
    }

    @Override
    public Outcome<List<Cohort>> send(List<NewCohort> batch) {
        return moodle.cohorts().create(batch);
    }

    @Override
    public void done(List<NewCohort> batch, Done<List<Cohort>> answer) {
        answer.value().forEach(cohort -> found(cohort.idnumber(), cohort.id()));
    }

    private void found(String name, long id) {
        wishes.found(run, MembershipKind.COHORT, name, id);
        effects.confirm(run, EffectKind.COHORT_CREATED, name, id);
    }

    @Override
    public List<NewCohort> settle(List<NewCohort> batch) {
        return settling.lookUntilEmpty(batch, this::takeOverFound);
    }

    private List<NewCohort> takeOverFound(List<NewCohort> inDoubt) {
        Map<String, Long> there = new HashMap<>();
        Answers.valueOf(moodle.cohorts().all())
                .forEach(cohort -> there.put(Memberships.key(cohort.idnumber()), cohort.id()));
        List<NewCohort> open = new ArrayList<>();
        for (NewCohort cohort : inDoubt) {
            Long id = there.get(Memberships.key(cohort.idnumber()));
            if (id == null) {
                open.add(cohort);
            } else {
                found(cohort.idnumber(), id);
            }
        }
        return open;
    }

    @Override
    public void refused(NewCohort cohort, Refused<List<Cohort>> refusal) {
        if (refusal.lacksPermission()) {
            throw new SiteUnavailableException(
                    UnavailableKind.PERMISSION,
                    "The token's account may not create cohorts (moodle/cohort:manage): " + refusal.message());
        }
        effects.withdraw(run, EffectKind.COHORT_CREATED, cohort.idnumber());
        noCohort(cohort, wish -> MembershipProblems.cohortNotCreated(wish, refusal));
    }
}
