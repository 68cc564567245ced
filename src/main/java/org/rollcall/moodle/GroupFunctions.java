package org.rollcall.moodle;

import java.util.List;
import java.util.Map;

/** The groups of courses. */
public final class GroupFunctions {

    private static final int GROUPS_PER_CALL = 100;

    private final Calls calls;

    GroupFunctions(Calls calls) {
        this.calls = calls;
    }

    /** The groups of a course, those included that the token's account is not in. */
    public Outcome<List<Group>> ofCourse(long courseId) {
        return calls.read(
                WsFunction.COURSE_GROUPS, Map.of("courseid", courseId), 1, answer -> answer.items(Group::from));
    }

    /** The members of these groups, of whatever courses. An id that no group has refuses all. */
    public Outcome<List<GroupMembers>> members(List<Long> groupIds) {
        return calls.readByIds(
                WsFunction.GROUP_MEMBERS,
                groupIds,
                GROUPS_PER_CALL,
                part -> Map.of("groupids", part),
                GroupMembers::from);
    }

    /** Creates groups, all or none, and gives them in the order asked. */
    public Outcome<List<Group>> create(List<NewGroup> groups) {
        return calls.write(
                WsFunction.CREATE_GROUPS,
                "groups",
                groups,
                List.of(),
                answer -> answer.items(Group::from, groups.size(), "groups"));
    }

    /** Puts accounts into groups, all or none. */
    public Outcome<Acknowledged> addMembers(List<NewGroupMember> members) {
        return calls.write(WsFunction.ADD_GROUP_MEMBERS, "members", members);
    }
}
