package org.rollcall.moodle;

import java.util.List;

/** Who is in a group: the ids of its members. */
public record GroupMembers(long groupId, List<Long> userIds) {

    public GroupMembers {
        userIds = List.copyOf(userIds);
    }

    static GroupMembers from(Answer group) {
        return new GroupMembers(
                group.number("groupid"),
                group.list("userids").stream().map(Answer::asNumber).toList());
    }
}
