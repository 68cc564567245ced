package org.rollcall.provision.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.AskedGroups;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.StagedWish;
import org.rollcall.ledger.Wishes;
import org.rollcall.moodle.GroupMembers;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.operation.Answers;
import org.rollcall.provision.membership.AccountIds;
import org.rollcall.roster.file.Problem;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds the groups of those who are enrolled by now, and who is in them already. A group is read whole, by ids, once; and
 * only when somebody asks for it who was enrolled before this run: enrolling puts nobody into a group.
 *
 * <p>Before the gate, where nothing may be written yet, this is done for those who were enrolled before, and no group is
 * created; behind it for everybody else.
 */
@Component
@StepScope
class MatchGroups implements Tasklet {

    /** The step before the gate. */
    static final String OF_PARTICIPANTS = "matchGroupsOfParticipants";

    private final long run;
    private final boolean writing;
    private final MoodleClient moodle;
    private final AskedGroups groups;
    private final Wishes wishes;
    private final ResolveGroups resolveGroups;
    private final GroupVerdicts verdicts;

    MatchGroups(
            @Value("#{jobParameters['run']}") long run,
            @Value("#{stepExecution.stepName}") String step,
            MoodleClient moodle,
            AskedGroups groups,
            Wishes wishes,
            ResolveGroups resolveGroups,
            GroupVerdicts verdicts) {
        this.run = run;
        this.writing = !step.equals(OF_PARTICIPANTS);
        this.moodle = moodle;
        this.groups = groups;
        this.wishes = wishes;
        this.resolveGroups = resolveGroups;
        this.verdicts = verdicts;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        List<StagedWish> asked = wishes.withOpenGroups(run);
        if (!asked.isEmpty()) {
            ResolvedGroups resolved = resolveGroups.resolve(asked, writing);
            noteIds(asked, resolved);
            Map<Long, AccountIds> members = members(resolved);
            groups.forEachOpen(run, page -> decide(page, resolved, members));
        }
        return RepeatStatus.FINISHED;
    }

    private void noteIds(List<StagedWish> asked, ResolvedGroups resolved) {
        Map<Long, Long> found = new HashMap<>();
        for (StagedWish wish : asked) {
            Long id = resolved.id(GroupName.of(wish));
            if (id != null) {
                found.put(wish.key(), id);
            }
        }
        wishes.groupsFound(found);
    }

    private Map<Long, AccountIds> members(ResolvedGroups resolved) {
        List<Long> ids = wishes.withOpenGroupsOfParticipants(run).stream()
                .map(wish -> Objects.requireNonNull(resolved.id(GroupName.of(wish))))
                .distinct()
                .toList();
        Map<Long, AccountIds> members = new HashMap<>();
        read(ids, members);
        return members;
    }

    private void read(List<Long> ids, Map<Long, AccountIds> members) {
        Outcome<List<GroupMembers>> all = moodle.groups().members(ids);
        if (all instanceof Refused<List<GroupMembers>> && ids.size() > 1) {
            // One group that may not be read refuses them all.
            ids.forEach(id -> read(List.of(id), members));
        } else {
            Answers.valueOf(all).forEach(group -> members.put(group.groupId(), new AccountIds(group.userIds())));
        }
    }

    private void decide(List<Membership> page, ResolvedGroups resolved, Map<Long, AccountIds> members) {
        List<Membership> present = new ArrayList<>();
        Map<Membership, Problem> rejected = new LinkedHashMap<>();
        for (Membership wish : page) {
            Problem problem = resolved.problem(wish);
            AccountIds there = members.get(resolved.id(GroupName.of(wish)));
            if (problem != null) {
                rejected.put(wish, problem);
            } else if (there != null && there.contains(Objects.requireNonNull(wish.accountId()))) {
                present.add(wish);
            }
        }
        verdicts.present(present);
        verdicts.rejected(run, rejected);
    }
}
