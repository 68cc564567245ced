package org.rollcall.provision.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.StagedWish;
import org.rollcall.moodle.Group;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.NewGroup;
import org.rollcall.moodle.Outcome;
import org.rollcall.operation.Answers;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SiteNames;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds the groups that the roster names, reading each course's once, and has those created that are missing, where {@code
 * rollcall.create-missing-groups} says so.
 */
@Component
@StepScope
class ResolveGroups {

    private final long run;
    private final MoodleClient moodle;
    private final RollcallSettings settings;
    private final Effects effects;
    private final CreateGroups createGroups;

    ResolveGroups(
            @Value("#{jobParameters['run']}") long run,
            MoodleClient moodle,
            RollcallSettings settings,
            Effects effects,
            CreateGroups createGroups) {
        this.run = run;
        this.moodle = moodle;
        this.settings = settings;
        this.effects = effects;
        this.createGroups = createGroups;
    }

    /**
     * Finds groups.
     *
     * @param asked wishes that name a group of a course that was found
     * @param creating whether groups that are missing may be created
     */
    ResolvedGroups resolve(List<StagedWish> asked, boolean creating) {
        Map<Long, Map<GroupName, StagedWish>> byCourse = new LinkedHashMap<>();
        Map<Long, String> courseNames = new LinkedHashMap<>();
        for (StagedWish wish : asked) {
            long course = Objects.requireNonNull(wish.targetId());
            byCourse.computeIfAbsent(course, id -> new LinkedHashMap<>()).putIfAbsent(GroupName.of(wish), wish);
            courseNames.putIfAbsent(course, wish.wish().name());
        }
        ResolvedGroups resolved = new ResolvedGroups();
        List<NewGroup> missing = new ArrayList<>();
        byCourse.forEach((course, wishes) -> missing.addAll(resolveIn(course, wishes, resolved)));
        if (creating && !missing.isEmpty()) {
            createGroups.create(missing, courseNames, resolved);
        }
        return resolved;
    }

    /** Gives those that are to be created. */
    private List<NewGroup> resolveIn(long course, Map<GroupName, StagedWish> wishes, ResolvedGroups resolved) {
        Outcome<List<Group>> outcome = moodle.groups().ofCourse(course);
        if (Answers.mayNotBeRead(outcome)) {
            wishes.keySet().forEach(group -> resolved.cannotBeHad(group, GroupProblems::unreadable));
            return List.of();
        }
        List<Group> all = Answers.valueOf(outcome);
        SiteNames names = SiteNames.ofGroups(all);
        Map<GroupName, List<Group>> byName = all.stream().collect(Collectors.groupingBy(GroupName::of));
        List<NewGroup> missing = new ArrayList<>();
        wishes.forEach((group, wish) -> {
            String name = Objects.requireNonNull(wish.wish().group());
            List<Group> found = byName.getOrDefault(group, List.of());
            if (found.size() == 1) {
                long id = found.get(0).id();
                resolved.found(group, id);
                // An attempt that died after the call may have made it.
                effects.confirm(
                        run,
                        EffectKind.GROUP_CREATED,
                        GroupVerdicts.name(wish.wish().name(), name),
                        id);
            } else if (found.size() > 1) {
                resolved.cannotBeHad(group, membership -> GroupProblems.ambiguous(membership, found.size()));
            } else if (settings.createMissingGroups()) {
                missing.add(new NewGroup(course, name, ""));
            } else {
                String end = names.endOfSentence(name);
                resolved.cannotBeHad(group, membership -> GroupProblems.unknown(membership, end));
            }
        });
        return missing;
    }
}
