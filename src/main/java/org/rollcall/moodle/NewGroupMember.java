package org.rollcall.moodle;

import java.util.Map;

/**
 * An account to put into a group (core_group_add_group_members). It has to be enrolled in the group's course; one that
 * is in the group already is passed over in silence.
 */
public record NewGroupMember(long groupId, long userId) implements BatchItem {

    @Override
    public Map<String, Object> parameters() {
        return Parameters.of("groupid", groupId, "userid", userId);
    }
}
