package org.rollcall.provision;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is enrolled in a course, and by the ids of roles who has which one there; without any role where nobody asks for one.
 */
record CourseParticipants(AccountIds all, Map<Long, AccountIds> byRole) {

    boolean contains(long accountId) {
        return all.contains(accountId);
    }

    /** Whether somebody has a role there; no role at all is had by everybody. */
    boolean has(long accountId, @Nullable Long roleId) {
        if (roleId == null) {
            return true;
        }
        AccountIds holders = byRole.get(roleId);
        return holders != null && holders.contains(accountId);
    }
}
