package org.rollcall.provision.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipState;
import org.rollcall.ledger.Memberships;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.CohortMembers;
import org.rollcall.moodle.MemberWarning;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.NewMember;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.SiteWarning;
import org.rollcall.operation.Answers;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.BatchSender;
import org.rollcall.provision.sending.SettlingTime;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Adds people to cohorts. Moodle takes each member of a batch for itself and answers a warning for those that it did not
 * add; 'already a member' is success, so a call may be repeated. A lack of permission is the verdict for everybody else
 * who asks for the same cohort.
 */
@Component
@StepScope
class AddCohortMembers implements ItemWriter<Membership>, BatchCall<Membership, List<MemberWarning>> {

    private final long run;
    private final MoodleClient moodle;
    private final SettlingTime settling;
    private final BatchSender sender;
    private final Memberships memberships;
    private final MembershipVerdicts verdicts;
    private final Map<Long, Refused<List<MemberWarning>>> closedCohorts = new HashMap<>();

    AddCohortMembers(
            @Value("#{jobParameters['run']}") long run,
            MoodleClient moodle,
            SettlingTime settling,
            BatchSender memberSender,
            Memberships memberships,
            MembershipVerdicts verdicts) {
        this.run = run;
        this.moodle = moodle;
        this.settling = settling;
        this.sender = memberSender;
        this.memberships = memberships;
        this.verdicts = verdicts;
    }

    @Override
    public void write(Chunk<? extends Membership> chunk) {
        List<Membership> wishes = List.copyOf(chunk.getItems());
        memberships.sending(wishes);
        sender.send(wishes, this);
    }

    private static NewMember member(Membership wish) {
        return new NewMember(Objects.requireNonNull(wish.targetId()), Objects.requireNonNull(wish.accountId()));
    }

    @Override
    public BatchItem batchItem(Membership wish) {
        return member(wish);
    }

    @Override
    public Outcome<List<MemberWarning>> send(List<Membership> batch) {
        return moodle.cohorts()
                .addMembers(batch.stream().map(AddCohortMembers::member).toList());
    }

    @Override
    public void done(List<Membership> batch, Done<List<MemberWarning>> answer) {
        if (!answer.warnings().isEmpty()) {
            doneAsSeen(batch, answer.warnings());
            return;
        }
        Map<NewMember, MemberWarning> warnings = new HashMap<>();
        answer.value().forEach(warning -> warnings.put(new NewMember(warning.cohortId(), warning.userId()), warning));
        List<Membership> added = new ArrayList<>();
        List<Membership> present = new ArrayList<>();
        for (Membership wish : batch) {
            MemberWarning warning = warnings.get(member(wish));
            if (warning == null) {
                added.add(wish);
            } else if (!warning.alreadyMember()) {
                verdicts.rejected(run, wish, MembershipProblems.notAdded(wish, warning.message()));
            } else if (wish.state() == MembershipState.SENDING) {
                // An earlier attempt of this run was sent and never answered: it is what made the member.
                added.add(wish);
            } else {
                present.add(wish);
            }
        }
        verdicts.added(run, added);
        verdicts.present(present);
    }

    /** Some warning cannot be laid to a member, so the answer does not tell who was added: look who is there. */
    private void doneAsSeen(List<Membership> batch, List<SiteWarning> warnings) {
        List<Long> cohorts =
                batch.stream().map(wish -> member(wish).cohortId()).distinct().toList();
        Set<NewMember> members = new HashSet<>();
        for (CohortMembers cohort : Answers.valueOf(moodle.cohorts().members(cohorts))) {
            cohort.userIds().forEach(id -> members.add(new NewMember(cohort.cohortId(), id)));
        }
        String saying = warnings.stream().map(SiteWarning::message).distinct().collect(Collectors.joining(" "));
        Map<Boolean, List<Membership>> byPresence =
                batch.stream().collect(Collectors.partitioningBy(wish -> members.contains(member(wish))));
        verdicts.added(run, byPresence.getOrDefault(true, List.of()));
        verdicts.rejected(
                run, byPresence.getOrDefault(false, List.of()), wish -> MembershipProblems.notAdded(wish, saying));
    }

    @Override
    public boolean judge(Membership wish) {
        Refused<List<MemberWarning>> refusal = closedCohorts.get(member(wish).cohortId());
        if (refusal != null) {
            refused(wish, refusal);
        }
        return refusal != null;
    }

    @Override
    public void refused(Membership wish, Refused<List<MemberWarning>> refusal) {
        if (refusal.lacksPermission()) {
            closedCohorts.put(member(wish).cohortId(), refusal);
            verdicts.rejected(run, wish, MembershipProblems.mayNotAdd(wish));
            return;
        }
        verdicts.rejected(run, wish, MembershipProblems.notAdded(wish, refusal.message()));
    }

    @Override
    public List<Membership> settle(List<Membership> batch) {
        settling.pass();
        return batch.stream().map(wish -> wish.in(MembershipState.SENDING)).toList();
    }
}
