package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.moodle.RecordedSite.value;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.moodle.Outcome.Refused;

class GroupFunctionsTest {

    private final RecordedSite site = new RecordedSite();
    private final GroupFunctions groups = site.client.groups();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void ofCourseGivesItsGroups() {
        Recording recording = site.replay("ok.get_course_groups");

        assertThat(value(groups.ofCourse(2))).containsExactly(new Group(1, 2, "Group A", "GRPA"));
        site.assertSentAsIn(recording);
    }

    @Test
    void membersGivesTheirIds() {
        Recording recording = site.replay("ok.get_group_members");

        assertThat(value(groups.members(List.of(2L)))).containsExactly(new GroupMembers(2, List.of(14L)));
        site.assertSentAsIn(recording);
    }

    @Test
    void createGivesTheGroups() {
        site.replay("ok.create_groups");

        assertThat(value(groups.create(List.of(new NewGroup(2, "G json", "Gjson")))))
                .containsExactly(new Group(2, 2, "G json", "Gjson"));
        assertThat(site.parameters())
                .containsEntry("groups[0][courseid]", "2")
                .containsEntry("groups[0][name]", "G json")
                .containsEntry("groups[0][description]", "")
                .containsEntry("groups[0][idnumber]", "Gjson");
    }

    @Test
    void createIsRefusedForANameInUse() {
        site.replay("group.create_dup_name");

        assertThat(groups.create(List.of(new NewGroup(2, "Group A", ""))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.errorCode()).isEqualTo("invalidparameter"));
    }

    @Test
    void createIsRefusedWithoutPermissionInTheCourse() {
        site.replay("nocap.create_groups");

        assertThat(groups.create(List.of(new NewGroup(2, "G", ""))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.lacksPermission()).isTrue());
    }

    @Test
    void createThatGivesFewerGroupsThanAskedIsAmbiguous() {
        site.replay("ok.create_groups");

        assertThat(groups.create(List.of(new NewGroup(2, "G json", "Gjson"), new NewGroup(2, "H", ""))))
                .isEqualTo(new Outcome.Ambiguous<>("The site's answer names 1 groups, but was asked to create 2."));
    }

    @Test
    void addMembersSendsGroupsAndAccounts() {
        Recording recording = site.replay("ok.add_group_members");

        assertThat(value(groups.addMembers(List.of(new NewGroupMember(2, 14))))).isEqualTo(new Acknowledged(1));
        site.assertSentAsIn(recording);
    }

    @Test
    void addMembersIsDoneForSomebodyWhoIsInTheGroup() {
        Recording recording = site.replay("group.add_member_twice");

        assertThat(value(groups.addMembers(List.of(new NewGroupMember(1, 9), new NewGroupMember(1, 9)))))
                .isEqualTo(new Acknowledged(2));
        site.assertSentAsIn(recording);
    }
}
