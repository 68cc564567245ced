package org.rollcall.provision.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.Effects;
import org.rollcall.moodle.BatchItem;
import org.rollcall.moodle.Group;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.NewGroup;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.operation.Answers;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.BatchSender;
import org.rollcall.provision.sending.SettlingTime;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Creates the groups that the roster names and their courses lack. What is intended is committed before the call, as for
 * cohorts; who asks for it has read the course's groups before.
 */
@Component
@StepScope
class CreateGroups implements BatchCall<NewGroup, List<Group>> {

    private final long run;
    private final MoodleClient moodle;
    private final SettlingTime settling;
    private final BatchSender sender;
    private final Effects effects;
    private final Map<Long, String> courses = new HashMap<>();
    private ResolvedGroups resolved = new ResolvedGroups();

    CreateGroups(
            @Value("#{jobParameters['run']}") long run,
            MoodleClient moodle,
            SettlingTime settling,
            BatchSender groupSender,
            Effects effects) {
        this.run = run;
        this.moodle = moodle;
        this.settling = settling;
        this.sender = groupSender;
        this.effects = effects;
    }

    /**
     * Creates groups.
     *
     * @param courseNames the short names of their courses, by id
     * @param groups told what became of them
     */
    void create(List<NewGroup> missing, Map<Long, String> courseNames, ResolvedGroups groups) {
        courses.putAll(courseNames);
        resolved = groups;
        effects.intend(
                run, EffectKind.GROUP_CREATED, missing.stream().map(this::name).toList());
        sender.send(missing, this);
    }

    private String name(NewGroup group) {
        return GroupVerdicts.name(Objects.requireNonNull(courses.get(group.courseId())), group.name());
    }

    @Override
    public BatchItem batchItem(NewGroup group) {
        return group;
    }

    @Override
    public Outcome<List<Group>> send(List<NewGroup> batch) {
        return moodle.groups().create(batch);
    }

    @Override
    public void done(List<NewGroup> batch, Done<List<Group>> answer) {
        for (int i = 0; i < batch.size(); i++) {
            found(batch.get(i), answer.value().get(i).id());
        }
    }

    private void found(NewGroup group, long id) {
        resolved.found(GroupName.of(group), id);
        effects.confirm(run, EffectKind.GROUP_CREATED, name(group), id);
    }

    @Override
    public List<NewGroup> settle(List<NewGroup> batch) {
        return settling.lookUntilEmpty(batch, this::takeOverFound);
    }

    private List<NewGroup> takeOverFound(List<NewGroup> inDoubt) {
        Set<Long> ids =
                new LinkedHashSet<>(inDoubt.stream().map(NewGroup::courseId).toList());
        Map<GroupName, Long> there = new HashMap<>();
        for (long course : ids) {
            Answers.valueOf(moodle.groups().ofCourse(course))
                    .forEach(group -> there.put(GroupName.of(group), group.id()));
        }
        List<NewGroup> open = new ArrayList<>();
        for (NewGroup group : inDoubt) {
            Long id = there.get(GroupName.of(group));
            if (id == null) {
                open.add(group);
            } else {
                found(group, id);
            }
        }
        return open;
    }

    @Override
    public void refused(NewGroup group, Refused<List<Group>> refusal) {
        effects.withdraw(run, EffectKind.GROUP_CREATED, name(group));
        resolved.cannotBeHad(GroupName.of(group), wish -> GroupProblems.notCreated(wish, refusal));
    }
}
