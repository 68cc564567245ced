package org.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.moodle.Group;
import org.rollcall.moodle.NewGroup;
import org.rollcall.moodle.NewGroupMember;

/** Creates a group in the course, and puts somebody into it. No function of the client tells who is in a group. */
final class GroupSteps {
    private final Trial trial;

    GroupSteps(Trial trial) {
        this.trial = trial;
    }

    List<Step> all() {
        List<String> functions = new ArrayList<>(List.of(
                "core_course_get_courses_by_field", "core_group_create_groups", "core_group_get_course_groups"));
        if (!trial.site().practice()) {
            functions.add(Leftovers.DELETE_GROUPS);
        }
        List<String> adding = new ArrayList<>(functions);
        adding.addAll(List.of("enrol_manual_enrol_users", "core_group_add_group_members"));
        return List.of(
                new Step("keeps no group of a batch with a name twice", functions, this::keepsNoGroup),
                new Step("creates a group", functions, this::creates),
                new Step("refuses a batch of members with somebody who is not enrolled", adding, this::refusesStranger),
                new Step("adds members, and minds none who is one already", adding, this::adds));
    }

    private NewGroup newGroup() {
        return new NewGroup(trial.courseId(), trial.prefix() + " group", "");
    }

    private void keepsNoGroup() {
        Outcomes.refused(trial.client().groups().create(List.of(newGroup(), newGroup())), "invalidparameter");
        assertThat(trial.groups()).isEmpty();
    }

    private void creates() {
        Group group = Outcomes.done(trial.client().groups().create(List.of(newGroup())))
                .get(0);
        trial.made(group);
        assertThat(trial.groups()).containsExactly(group);
    }

    private void refusesStranger() {
        Outcomes.refused(trial.client().groups().addMembers(List.of(member(0), member(2))), "invalidparameter");
    }

    private void adds() {
        for (int time = 0; time < 2; time++) {
            Outcomes.done(trial.client().groups().addMembers(List.of(member(0), member(1))));
        }
    }

    private NewGroupMember member(int person) {
        return new NewGroupMember(trial.groupId(), trial.person(person));
    }
}
