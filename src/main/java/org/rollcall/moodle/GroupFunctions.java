package org.rollcall.moodle;

import java.util.List;
import java.util.Map;

/** The groups of courses. */
public final class GroupFunctions {

    private final Calls calls;

    GroupFunctions(Calls calls) {
        this.calls = calls;
    }

    /** The groups of a course, those included that the token's account is not in. */
    public Outcome<List<Group>> ofCourse(long courseId) {
        return calls.read(
                WsFunction.COURSE_GROUPS, Map.of("courseid", courseId), 1, answer -> answer.items(Group::from));
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
