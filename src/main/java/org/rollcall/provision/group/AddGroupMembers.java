package org.rollcall.provision.group;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.AskedGroups;
import org.rollcall.ledger.Membership;
import org.rollcall.moodle.Acknowledged;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.NewGroupMember;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.BatchSender;
import org.rollcall.provision.sending.SettlingTime;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Puts people into groups of their courses. Moodle keeps all of a batch or nothing; somebody who is in the group already is
 * passed over, so a call may be repeated. A lack of permission is the verdict for everybody else in the same course.
 */
@Component
@StepScope
class AddGroupMembers implements ItemWriter<Membership>, BatchCall<Membership, Acknowledged> {

    private final long run;
    private final MoodleClient moodle;
    private final SettlingTime settling;
    private final BatchSender sender;
    private final AskedGroups groups;
    private final GroupVerdicts verdicts;
    private final Map<@Nullable Long, Refused<Acknowledged>> closedCourses = new HashMap<>();

    AddGroupMembers(
            @Value("#{jobParameters['run']}") long run,
            MoodleClient moodle,
            SettlingTime settling,
            BatchSender groupMemberSender,
            AskedGroups groups,
            GroupVerdicts verdicts) {
        this.run = run;
        this.moodle = moodle;
        this.settling = settling;
        this.sender = groupMemberSender;
        this.groups = groups;
        this.verdicts = verdicts;
    }

    @Override
    public void write(Chunk<? extends Membership> chunk) {
        List<Membership> wishes = List.copyOf(chunk.getItems());
        groups.sending(wishes);
        sender.send(wishes, this);
    }

    private static NewGroupMember member(Membership wish) {
        return new NewGroupMember(
                Objects.requireNonNull(Objects.requireNonNull(wish.group()).id()),
                Objects.requireNonNull(wish.accountId()));
    }

    @Override
    public BatchItem batchItem(Membership wish) {
        return member(wish);
    }

    @Override
    public Outcome<Acknowledged> send(List<Membership> batch) {
        return moodle.groups()
                .addMembers(batch.stream().map(AddGroupMembers::member).toList());
    }

    @Override
    public void done(List<Membership> batch, Done<Acknowledged> answer) {
        verdicts.added(run, batch);
    }

    @Override
    public boolean judge(Membership wish) {
        Refused<Acknowledged> refusal = closedCourses.get(wish.targetId());
        if (refusal != null) {
            refused(wish, refusal);
        }
        return refusal != null;
    }

    @Override
    public void refused(Membership wish, Refused<Acknowledged> refusal) {
        if (refusal.lacksPermission()) {
            closedCourses.put(wish.targetId(), refusal);
        }
        verdicts.rejected(run, Map.of(wish, GroupProblems.notAdded(wish, refusal)));
    }

    @Override
    public List<Membership> settle(List<Membership> batch) {
        settling.pass();
        return batch;
    }
}
